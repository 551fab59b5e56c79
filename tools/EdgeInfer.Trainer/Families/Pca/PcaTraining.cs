using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Progress;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EdgeInfer.Trainer.Families.Pca;

/// <summary>
/// ML.NET's randomised principal components of standardised features; the score is the mean square of what they leave
/// over. ML.NET itself reports the root of its share in the whole, which a fault that grows cannot raise above 1.
/// </summary>
internal sealed class PcaTraining(int seed) : IAnomalyTraining
{
    /// <summary>At most half of the features, so that something is left over.</summary>
    private const int MostComponents = 20;

    private static string Name => ModelFamily.Pca.Name;

    public static DetectorFamily Registration { get; } = new(Name, IsNetwork: false, options => new PcaTraining(options.Seed));

    public string Family => Name;

    public bool IsQuick => false;

    public AnomalyDetector Train(float[][] rows, ReportProgress progress)
    {
        var (context, scaling) = (new MLContext(seed), FeatureScaling.Of(rows));
        var features = rows[0].Length;
        var fitted = context.AnomalyDetection.Trainers.RandomizedPca(new RandomizedPcaTrainer.Options
        {
            FeatureColumnName = nameof(FeatureRow.Features),
            Rank = Math.Max(1, Math.Min(MostComponents, Math.Min(features, rows.Length) / 2)),
            Seed = seed,
        }).Fit(View(context, scaling.Apply(rows), features));
        var (vectors, mean) = (default(VBuffer<float>[]), default(VBuffer<float>));
        fitted.Model.GetEigenVectors(ref vectors, out _);
        fitted.Model.GetMean(ref mean);
        float[][] components = [.. vectors.Select(vector => vector.DenseValues().ToArray())];
        float[] centre = [.. mean.DenseValues()];
        return new AnomalyDetector(
            Write(scaling, components, centre),
            asked =>
            {
                var standardized = scaling.Apply(asked);
                var shares = fitted.Transform(View(context, standardized, features)).GetColumn<float>("Score");
                return [.. standardized.Zip(shares, (row, share) => (float)((double)share * share * Square(row, centre) / features))];
            },
            "ML.NET RandomizedPca");
    }

    private static byte[] Write(FeatureScaling scaling, float[][] components, float[] mean)
    {
        var (features, rank) = (mean.Length, components.Length);
        var graph = new OnnxGraph("pca");
        var centred = graph.Node(
            "Sub", "from_mean", [ScoreGraph.Standardized(graph, scaling), graph.Constant<float>("mean", mean, 1, features)]);
        var rowsOf = graph.Constant<float>("components", components.SelectMany(vector => vector).ToArray(), rank, features);
        var columnsOf = graph.Constant<float>(
            "components_transposed",
            Enumerable.Range(0, features).SelectMany(i => components.Select(vector => vector[i])).ToArray(),
            features,
            rank);
        var projected = graph.Node("MatMul", "projected", [centred, columnsOf]);
        var rebuilt = graph.Node("MatMul", "rebuilt", [projected, rowsOf]);
        return ScoreGraph.ToModel(graph, ScoreGraph.MeanSquare(graph, graph.Node("Sub", "left_over", [centred, rebuilt])));
    }

    private static double Square(float[] row, float[] centre) =>
        row.Zip(centre, (value, mean) => ((double)value - mean) * ((double)value - mean)).Sum();

    private static IDataView View(MLContext context, IEnumerable<float[]> rows, int features) =>
        context.Data.LoadFromEnumerable(rows.Select(row => new FeatureRow { Features = row }), FeatureRow.Schema(features));
}
