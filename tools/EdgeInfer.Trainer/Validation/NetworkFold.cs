using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Onnx;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Validation;

/// <summary>The default CNN in fp32, standardised by each fold's own training windows.</summary>
internal sealed class NetworkFold(RecordingSet set, WindowSet overlapping, WindowSet disjoint, int seed, bool quick) : IGroupFold
{
    public const string Family = "cnn";

    public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test)
    {
        TorchLibrary.EnsureLoaded();
        var shape = set.TestShape;
        var input = NetworkInput.Of(shape);
        var samples = new LabelledSamples([.. train.Select(i => overlapping.Values[i])], [.. train.Select(i => overlapping.Labels[i])]);
        var statistics = ChannelStatistics.Of(samples.Values, input.Channels);
        var training = TrainingSets.Of(set, input, samples, [.. train.Select(i => overlapping.Groups[i])], statistics, seed);
        var spec = Architecture.Create(Architecture.DefaultFor(input, set.Dataset.Task), input, set.LabelNames.Count, ArchitectureScale.One);
        using var network = TorchNetwork.Create(spec, seed);
        new NetworkTraining(NetworkTrainingOptions.For(spec, training.Training.Count, quick), seed).Run(network, training, (_, _) => { });
        using var model = OnnxModel.Load(FloatGraph.Write(network.Fold()), Family);
        var standardization = new Standardization(statistics.Mean, statistics.Deviation, input.Height * input.Width);
        return [.. test.Select(i =>
        {
            var values = new float[shape.ValueCount];
            standardization.Apply(disjoint.Values[i], values);
            var scores = new float[model.OutputLength];
            model.Predict(values, scores);
            return scores;
        })];
    }
}
