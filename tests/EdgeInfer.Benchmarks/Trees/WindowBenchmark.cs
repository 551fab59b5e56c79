using EdgeInfer.Benchmarks.Features;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Benchmarks.Onnx;
using EdgeInfer.Core.Features;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>
/// From a window of a person's movements to the probabilities of its labels: our features and trees against what
/// MathNet.Numerics has of the features, then ONNX Runtime on the whole graph. The latter is given our features, since
/// MathNet's are not all that the trees ask for.
/// </summary>
internal static class WindowBenchmark
{
    public const string Case = "window";

    private const int Windows = 64;
    private const double Tolerance = 1e-6;
    private const string Peer = "ort";

    public static TreeResult Run(InterleavedOptions options)
    {
        var har = new HarModel();
        var recorded = HarWindows.Find(Windows);
        if (recorded is null)
            Console.WriteLine("window on seeded windows, not on people's: ../shared/data/geotec_har is absent");
        var windows = recorded ?? SyntheticWindows.Make(Windows, har.Shape.Length, options.Seed);
        var rows = windows.Select(window => FeaturesOf(window, har.Extractor)).ToArray();
        using var model = new TreeModel(har.Ensemble);
        using var onnx = OnnxModel.Load(TreeGraph.Write(har.Ensemble), Case);
        using var onnxScores = OnnxScorer.Version3(har.Ensemble, 1);
        using var scores = new RowScorer($"chosen:{model.Kernel}", new TreeModel(har.Ensemble, model.Kernel));
        var mathNet = new MathNetWindow(har.Shape.Length, Spectrum.TransformSize(har.Shape.Length));
        var (features, common) = (new float[model.InputLength], new double[CommonFeatures.IndicesIn(har.Extractor.Names).Length]);
        var (ours, theirs) = (new float[model.OutputLength], new float[model.OutputLength]);
        void Ours(int window)
        {
            har.Extractor.Apply(windows[window], features);
            model.Predict(features, ours);
        }

        void Theirs(int window)
        {
            mathNet.Apply(windows[window], common);
            onnx.Predict(rows[window], theirs);
        }

        var probabilities = Agreement.Of(Windows, Each(Ours, ours), Each(Theirs, theirs));
        if (!(probabilities.LargestDifference <= Tolerance))
            throw new InvalidOperationException($"{probabilities.LargestDifference} between the probabilities of a window");
        var (ourRaw, theirRaw) = (new float[har.Ensemble.OutputCount], new float[har.Ensemble.OutputCount]);
        var raw = Agreement.Of(
            Windows,
            Each(window => scores.Score(rows[window], ourRaw), ourRaw),
            Each(window => onnxScores.Score(rows[window], theirRaw), theirRaw));
        var result = Interleaved.Measure([new(scores.Name, Ours), new(Peer, Theirs)], Windows, options);
        var ratios = PeerRatios.Of(result, scores.Name, [Peer]);
        return new(
            [
                new(
                    Case, scores.Name, "single", raw.BitEqual, result[scores.Name].MedianNanoseconds,
                    ratios.Part(ratio => ratio.Median), ratios.Part(ratio => ratio.P10), ratios.Part(ratio => ratio.P90))
                {
                    AllocatedBytes = result[scores.Name].AllocatedBytes,
                },
            ],
            [new(Case, "single", "mathnet, then ort-v3", result[Peer].MedianNanoseconds, probabilities)]);
    }

    private static float[] FeaturesOf(float[] window, FeatureExtractor extractor)
    {
        var features = new float[extractor.OutputLength];
        extractor.Apply(window, features);
        return features;
    }

    private static float[] Each(Action<int> call, float[] output) =>
        [.. Enumerable.Range(0, Windows).SelectMany(window =>
        {
            call(window);
            return output.ToArray();
        })];
}
