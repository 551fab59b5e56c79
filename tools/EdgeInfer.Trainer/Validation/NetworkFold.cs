using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Onnx;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Validation;

/// <summary>The default CNN in fp32, standardised by each fold's own training windows.</summary>
internal sealed class NetworkFold(RecordingSet set, WindowSet overlapping, WindowSet disjoint, int seed, bool quick, CheckpointPlan? checkpoints) : IGroupFold
{
    public const string Family = "cnn";

    public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test, ReportProgress progress)
    {
        TorchLibrary.EnsureLoaded();
        var shape = set.TestShape;
        var input = NetworkInput.Of(shape);
        var samples = new LabelledSamples([.. train.Select(i => overlapping.Values[i])], [.. train.Select(i => overlapping.Labels[i])]);
        var statistics = ChannelStatistics.Of(samples.Values, input.Channels);
        var training = TrainingSets.Of(set, input, samples, [.. train.Select(i => overlapping.Groups[i])], statistics, seed);
        var spec = Architecture.Create(Architecture.DefaultFor(input, set.Dataset.Task), input, set.LabelNames.Count, ArchitectureScale.One);
        using var network = TorchNetwork.Create(spec, seed);
        var options = NetworkTrainingOptions.For(spec, training.Training.Count, quick);
        new NetworkTraining(options, seed, checkpoints).Run(network, training, progress.OfEpochs(options.Epochs));
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
