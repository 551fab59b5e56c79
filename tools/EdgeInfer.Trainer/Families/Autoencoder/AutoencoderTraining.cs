using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Augmentation;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Families.Autoencoder;

/// <summary>The dense autoencoder on standardised features; the score is the mean square of what it fails to rebuild.</summary>
internal sealed class AutoencoderTraining(AutoencoderShape shape, int seed, bool quick, CheckpointPlan? checkpoints) : IAnomalyTraining
{
    public static string Name => ModelFamily.Autoencoder.Name;

    public static DetectorFamily Registration { get; } = new(Name, IsNetwork: true, options =>
        new AutoencoderTraining(AutoencoderShape.Of(options.Scale), options.Seed, options.Quick, options.Checkpoints));

    public string Family => Name;

    public bool IsQuick => quick;

    public AnomalyDetector Train(float[][] rows, ReportProgress progress)
    {
        TorchLibrary.EnsureLoaded();
        var scaling = FeatureScaling.Of(rows);
        var spec = DenseAutoencoder.Create(new NetworkInput(rows[0].Length, Height: 1, Width: 1), shape);
        var network = GraphModule.Create(spec, seed);
        // Every group is learnt from: what the folds of the threshold hold out, they hold out from here, too.
        var set = new TrainingSet(
            new LabelledSamples(scaling.Apply(rows), new int[rows.Length]), Validation: null, new NoAugmentation(),
            new Standardization([0], [1], rows[0].Length));
        var options = NetworkTrainingOptions.For(spec, rows.Length, quick);
        new NetworkTraining(options, seed, checkpoints).Run(network, set, progress.OfEpochs(options.Epochs));
        return new AnomalyDetector(Write(scaling, network.Fold()), asked => Scores(network, scaling.Apply(asked)), "TorchSharp");
    }

    private static byte[] Write(FeatureScaling scaling, TrainedWeights network)
    {
        var graph = new OnnxGraph("autoencoder");
        var features = ScoreGraph.Standardized(graph, scaling, LayerGraph.InputName);
        graph.Layers(network);
        var error = graph.Node("Sub", "error", [features, network.Spec.TensorOf(network.Spec.Head.Name)]);
        return ScoreGraph.ToModel(graph, ScoreGraph.MeanSquare(graph, error));
    }

    private static float[] Scores(GraphModule network, float[][] standardized)
    {
        using var withoutGradient = no_grad();
        using var scope = NewDisposeScope();
        var input = network.Batch(standardized);
        return (network.forward(input) - input.flatten(1)).square().mean([1]).data<float>().ToArray();
    }
}
