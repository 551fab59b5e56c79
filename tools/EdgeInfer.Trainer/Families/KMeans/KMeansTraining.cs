using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Progress;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EdgeInfer.Trainer.Families.KMeans;

/// <summary>ML.NET's k-means on standardised features; the score is the mean square of the difference to the nearest centre.</summary>
internal sealed class KMeansTraining(int seed) : IAnomalyTraining
{
    /// <summary>Enough for the speeds and loads at which a machine runs; few enough that each has windows.</summary>
    private const int Centres = 8;

    private static string Name => ModelFamily.KMeans.Name;

    public static DetectorFamily Registration { get; } = new(Name, IsNetwork: false, options => new KMeansTraining(options.Seed));

    public string Family => Name;

    public bool IsQuick => false;

    public AnomalyDetector Train(float[][] rows, ReportProgress progress)
    {
        var (context, scaling) = (new MLContext(seed), FeatureScaling.Of(rows));
        var features = rows[0].Length;
        var fitted = context.Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            NumberOfClusters = Math.Min(Centres, rows.Length),
            NumberOfThreads = MlNetFits.Threads,
        }).Fit(View(context, scaling.Apply(rows), features));
        var centroids = default(VBuffer<float>[]);
        fitted.Model.GetClusterCentroids(ref centroids, out _);
        float[][] centres = [.. centroids.Select(centre => centre.DenseValues().ToArray())];
        return new AnomalyDetector(
            Write(scaling, centres),
            asked => [.. fitted.Transform(View(context, scaling.Apply(asked), features))
                .GetColumn<float[]>("Score").Select(distances => distances.Min() / features)],
            "ML.NET KMeans");
    }

    private static byte[] Write(FeatureScaling scaling, float[][] centres)
    {
        var graph = new OnnxGraph("kmeans");
        var standardized = ScoreGraph.Standardized(graph, scaling);
        var constant = graph.Constant<float>("centres", centres.SelectMany(centre => centre).ToArray(), centres.Length, centres[0].Length);
        var distances = ScoreGraph.MeanSquare(graph, graph.Node("Sub", "difference", [constant, standardized]));
        return ScoreGraph.ToModel(graph, graph.Node(
            "ReduceMin", "nearest", [distances], OnnxAttribute.Of("axes", [0L]), OnnxAttribute.Of("keepdims", 1)));
    }

    private static IDataView View(MLContext context, IEnumerable<float[]> rows, int features) =>
        context.Data.LoadFromEnumerable(rows.Select(row => new FeatureRow { Features = row }), FeatureRow.Schema(features));
}
