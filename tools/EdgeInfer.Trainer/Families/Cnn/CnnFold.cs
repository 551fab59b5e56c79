using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Families.Cnn;

/// <summary>The default CNN in fp32, with its samples scaled by each fold's own training windows.</summary>
internal sealed class CnnFold(FoldData data) : IGroupFold
{
    public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test, ReportProgress progress)
    {
        TorchLibrary.EnsureLoaded();
        var (set, overlapping) = (data.Set, data.Overlapping);
        var shape = set.TestShape;
        var input = NetworkInput.Of(shape);
        var samples = new LabelledSamples([.. train.Select(i => overlapping.Values[i])], [.. train.Select(i => overlapping.Labels[i])]);
        var preprocessing = ChannelStatistics.Of(samples.Values, input.Channels).ForManifest(set.Dataset.AmplitudeScale);
        var training = TrainingSets.Of(set, input, samples, [.. train.Select(i => overlapping.Groups[i])], preprocessing, data.Seed);
        var spec = Architecture.Create(
            Architecture.DefaultFor(input, set.Dataset.Task), input, set.LabelNames.Count, ArchitectureScale.One);
        using var network = GraphModule.Create(spec, data.Seed);
        var options = NetworkTrainingOptions.For(spec, training.Training.Count, data.Quick);
        new NetworkTraining(options, data.Seed, data.Checkpoints).Run(network, training, progress.OfEpochs(options.Epochs));
        using var model = OnnxModel.Load(FloatGraph.Write(network.Fold()), CnnFamily.FamilyName);
        var preprocessor = Preprocessors.Create(preprocessing, shape);
        return [.. test.Select(i =>
        {
            var scores = new float[model.OutputLength];
            model.Predict(PreprocessedWindows.Of(data.Disjoint.Values[i], preprocessor), scores);
            return scores;
        })];
    }
}
