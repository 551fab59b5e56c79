using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Benchmarks.MlNet;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>
/// The regressions that are measured: FastTree on seeded synthetic rows, trained once and kept under artifacts/benchmarks
/// by everything that they depend on, with ML.NET's own file beside the trees.
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
    public static KeptModel Regression(int trees, int leaves)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"regression-{trees}x{leaves}-{Key()}");
        var file = ArtifactsFolder.File(name + CompactTreeFile.Extension);
        var mlNet = ArtifactsFolder.File(name + MlNetFile.Extension);
        if (!file.Exists || !mlNet.Exists)
            Train(trees, leaves, file, mlNet);
        return new(CompactTreeFile.Read(File.ReadAllBytes(file.FullName), file.FullName), [mlNet]);
    }

    private static void Train(int trees, int leaves, FileInfo file, FileInfo mlNet)
    {
        var rows = SyntheticRows.Make(TrainingRows, Seed);
        var targets = SyntheticRows.Targets(rows, Seed);
        var fits = new MlNetFits(Seed);
        var trainer = fits.Context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Target),
            NumberOfTrees = trees,
            NumberOfLeaves = leaves,
            MinimumExampleCountPerLeaf = MinimumRowsPerLeaf,
            LearningRate = LearningRate,
            NumberOfThreads = MlNetFits.Threads,
        });
        var model = fits.Fit(rows, i => new FeatureRow { Features = rows[i], Target = (float)targets[i] }, trainer);
        var ensemble = new TreeEnsemble(
            SyntheticRows.FeatureCount, 1, MlNetTrees.Of(model.Model, 0), Aggregation.Sum, new EnsembleLink.Identity());
        MlNetFile.Save(fits.Context, model, SyntheticRows.FeatureCount, mlNet);
        ArtifactsFolder.Write(file, CompactTreeFile.Write(LeafRowCount.In(ensemble, rows)));
    }

    private static string Key()
    {
        var dependsOn = string.Create(
            CultureInfo.InvariantCulture,
            $"{SyntheticRows.Version} {SyntheticRows.FeatureCount} {TrainingRows} {Seed} {MinimumRowsPerLeaf} {LearningRate} "
            + $"{typeof(FastTreeRegressionTrainer).Assembly.GetName().Version}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dependsOn)))[..12];
    }
}
