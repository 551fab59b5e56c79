using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Onnx;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Validation;

/// <summary>The 1-D CNN in fp32, standardised by each fold's own training windows.</summary>
internal sealed class NetworkFold(RecordingSet set, WindowSet overlapping, WindowSet disjoint, int seed, bool quick) : IGroupFold
{
    public const string Family = "cnn";

    public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test)
    {
        TorchLibrary.EnsureLoaded();
        var shape = set.TestShape;
        float[][] windows = [.. train.Select(i => overlapping.Values[i])];
        var statistics = ChannelStatistics.Of(windows, shape.Channels.Count);
        var spec = DepthwiseSeparable.Create(shape.Channels.Count, shape.Length, set.LabelNames.Count);
        var size = NetworkTrainingOptions.For(spec, windows.Length, quick);
        using var network = new NetworkTraining(spec, size, seed).Run(
            windows, [.. train.Select(i => overlapping.Labels[i])], shape, statistics, (_, _) => { });
        using var model = OnnxModel.Load(FloatGraph.Write(network.Fold()), Family);
        var standardization = new Standardization(statistics.Mean, statistics.Deviation, shape.Length);
        return [.. test.Select(i =>
        {
            var input = new float[shape.ValueCount];
            standardization.Apply(disjoint.Values[i], input);
            var scores = new float[model.OutputLength];
            model.Predict(input, scores);
            return scores;
        })];
    }
}
