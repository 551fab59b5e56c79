using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Trainer.Trees;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>
/// The regressions that are measured: FastTree on seeded synthetic rows, trained once and kept under artifacts/benchmarks
/// by everything that they depend on.
/// </summary>
internal static class BenchmarkEnsembles
{
    private const int TrainingRows = 6_000;
    private const int Seed = 20_261_122;
    private const int MinimumRowsPerLeaf = 10;
    private const double LearningRate = 0.2;

    /// <param name="trees">Trees trained.</param>
    /// <param name="leaves">Leaves a tree, at most.</param>
    /// <returns>One output, <see cref="SyntheticRows.FeatureCount"/> features, rows of the leaves counted.</returns>
    public static TreeEnsemble Regression(int trees, int leaves)
    {
        var file = new FileInfo(Path.Combine(
            ArtifactsFolder.Path, string.Create(CultureInfo.InvariantCulture, $"regression-{trees}x{leaves}-{Key()}{CompactTreeFile.Extension}")));
        if (file.Exists)
            return CompactTreeFile.Read(File.ReadAllBytes(file.FullName), file.FullName);
        var ensemble = Train(trees, leaves);
        file.Directory!.Create();
        var unfinished = file.FullName + ".new";
        File.WriteAllBytes(unfinished, CompactTreeFile.Write(ensemble));
        File.Move(unfinished, file.FullName, overwrite: true);
        return ensemble;
    }

    private static TreeEnsemble Train(int trees, int leaves)
    {
        var rows = SyntheticRows.Make(TrainingRows, Seed);
        var options = new TreeTrainingOptions(trees, leaves, MinimumRowsPerLeaf, LearningRate);
        var trained = new FastTreeTraining(options, Seed).Regress(rows, SyntheticRows.Targets(rows, Seed));
        return LeafRowCount.In(trained.Ensemble, rows);
    }

    private static string Key()
    {
        var dependsOn = string.Create(
            CultureInfo.InvariantCulture,
            $"{SyntheticRows.Version} {SyntheticRows.FeatureCount} {TrainingRows} {Seed} {MinimumRowsPerLeaf} {LearningRate} {typeof(FastTreeRegressionTrainer).Assembly.GetName().Version}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dependsOn)))[..12];
    }
}
