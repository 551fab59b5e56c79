using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Comparing;

/// <summary>Two bundles on identical windows.</summary>
/// <param name="First">The reference.</param>
/// <param name="Second">The other.</param>
/// <param name="Accuracy">First minus second, paired over test groups; null for anomaly tasks.</param>
/// <param name="RocAuc">The same of ROC-AUC, over the groups that hold both states; null for other tasks.</param>
/// <param name="Groups">Both figures in each test group: several seeds are averaged within a group before groups are compared.</param>
/// <param name="Simulated">True where no real sensor was involved.</param>
/// <param name="Quick">True where a training behind one of the two had the small budgets of <c>--quick</c>.</param>
/// <param name="Leaky">True where the split is declared leaky: figures are optimistic.</param>
/// <param name="Layers">Tensors of both networks, the worst first; empty where they are not of the same layers.</param>
internal sealed record BundleComparison(
    ComparedModel First,
    ComparedModel Second,
    PairedDifference? Accuracy,
    PairedDifference? RocAuc,
    IReadOnlyList<GroupPair> Groups,
    bool Simulated,
    bool Quick,
    bool Leaky,
    IReadOnlyList<TensorError> Layers)
{
    private const int LatencyWindows = 64;
    private const int LayerWindows = 64;

    /// <exception cref="InvalidInputException">
    /// A bundle can't be read, is not of the recordings' task, or has learnt a test group.
    /// </exception>
    public static BundleComparison Of(string first, string second, TaskData data, int seed)
    {
        Bundle[] bundles = [BundleReader.Open(first), BundleReader.Open(second)];
        string[] places = [first, second];
        foreach (var (place, bundle) in places.Zip(bundles))
            BundleTask.Require(place, bundle.Manifest, data);
        using var firstReady = ReadyBundle.Of(bundles[0], first, TimeProvider.System);
        using var secondReady = ReadyBundle.Of(bundles[1], second, TimeProvider.System);
        TestedModel[] tested = [TestedModel.Evaluate(data, firstReady.Lane), TestedModel.Evaluate(data, secondReady.Lane)];
        var difference = tested[0].Minus(tested[1]);
        var windows = PreprocessedWindows.Spread(data.Test.Values.Length, LatencyWindows).Select(i => data.Test.Values[i]).ToArray();
        var latency = InterleavedBlocks.Run(
            [Prediction(firstReady.Lane, windows), Prediction(secondReady.Lane, windows)], seed);
        var compared = bundles.Select((bundle, i) => new ComparedModel(
            bundle.Manifest.Name, bundle.ModelSha256, tested[i].Accuracy, tested[i].Events, bundle.LoadedBytes, latency[i]))
            .ToArray();
        return new BundleComparison(
            compared[0],
            compared[1],
            tested[0].Events is null ? difference : null,
            tested[0].Events is null ? null : difference,
            [.. tested[0].PerGroup.Zip(tested[1].PerGroup, (one, other) => new GroupPair(one.Group, one.Figure, other.Figure))],
            data.Set.Dataset.Simulated,
            bundles.Any(bundle => bundle.Manifest.Training.Quick),
            data.Set.Split.Leaky,
            HaveLayersInCommon(bundles[0].Manifest, bundles[1].Manifest)
                ? LayerErrors.Of(
                    NetworkFile.Parse(bundles[0].ModelBytes, first),
                    NetworkFile.Parse(bundles[1].ModelBytes, second),
                    Inputs(bundles[0].Manifest, data))
                : []);
    }

    private static Action Prediction(ModelLane lane, float[][] windows)
    {
        var next = 0;
        return () =>
        {
            lane.Score(windows[next]);
            next = (next + 1) % windows.Length;
        };
    }

    private static float[][] Inputs(Manifest manifest, TaskData data)
    {
        var preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
        return
        [
            .. PreprocessedWindows.Spread(data.Test.Values.Length, LayerWindows)
                .Select(i => PreprocessedWindows.Of(data.Test.Values[i], preprocessor)),
        ];
    }

    /// <summary>Detectors of different families share names of tensors, no layers.</summary>
    private static bool HaveLayersInCommon(Manifest first, Manifest second) =>
        first.Engine.HasLayers && second.Engine.HasLayers && first.Preprocessing.Id == second.Preprocessing.Id
        && (first.Task.Kind != TaskKind.Anomaly || first.Family == second.Family);
}
