using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Networks.Transfer;

/// <summary>A trained bundle's network before its last layer, as the start of another task's.</summary>
/// <param name="Place">The bundle.</param>
/// <param name="Network">Its network.</param>
internal sealed record Backbone(string Place, TrainedWeights Network)
{
    /// <summary>Of the bundle; null for a bare network.</summary>
    public Manifest? Manifest { get; private init; }

    /// <param name="place">Bundle.</param>
    /// <param name="data">Task that is learnt.</param>
    /// <param name="preprocessing">Of that task.</param>
    /// <exception cref="InvalidInputException">
    /// It is no classifier of ours in fp32, it reads its samples on another scale, it has learnt a group that
    /// <paramref name="data"/> tests on, or its golden cases fail.
    /// </exception>
    public static Backbone Read(string place, TaskData data, ManifestPreprocessing preprocessing)
    {
        var bundle = BundleReader.Open(place);
        var manifest = bundle.Manifest;
        if (manifest.Engine != ModelEngine.Onnx || manifest.Format != ModelFormat.Fp32)
            throw new InvalidInputException(
                place,
                $"a bundle of engine {manifest.Engine} in {manifest.Format}; the weights to start from stand in a network's fp32 bundle");
        if (manifest.Preprocessing.Id != preprocessing.Id)
            throw new InvalidInputException(
                place, $"its network reads samples by '{manifest.Preprocessing.Id}', this task by '{preprocessing.Id}'");
        LearntGroups.RequireUnseen(manifest, place, data);
        ReadyBundle.Of(bundle, place, TimeProvider.System).Dispose();
        return Of(place, FloatGraphReader.Read(Path.Combine(place, manifest.ModelFile), bundle.ModelBytes)) with { Manifest = manifest };
    }

    /// <exception cref="InvalidInputException">It is no classifier.</exception>
    public static Backbone Of(string place, TrainedWeights network) => network.Spec.Goal == NetworkGoal.Classification
        ? new Backbone(place, network)
        : throw new InvalidInputException(place, "reconstructs its input; only a classifier's backbone can be started from");

    /// <summary>The same layers with a new head.</summary>
    /// <exception cref="InvalidInputException">They do not fit <paramref name="input"/>.</exception>
    public LayerGraph SpecFor(NetworkInput input, int classes)
    {
        var own = Network.Spec.Input;
        if (own.Channels != input.Channels)
            throw new InvalidInputException(Place, $"its network reads {own.Channels} channels, this task has {input.Channels}");
        if (own.Height == 1 != (input.Height == 1))
            throw new InvalidInputException(
                Place,
                $"its network reads {(own.Height == 1 ? "windows" : "images")}, "
                + $"this task has {(input.Height == 1 ? "windows" : "images")}");
        return Network.Spec.WithHead(input, classes);
    }

    /// <summary>The network that training starts from; its head is random.</summary>
    /// <param name="spec">Of <see cref="SpecFor"/>.</param>
    /// <param name="inputs">Some preprocessed training samples, for the statistics of normalisation.</param>
    /// <param name="seed">Draws the head.</param>
    public GraphModule Start(LayerGraph spec, IReadOnlyList<float[]> inputs, int seed)
    {
        var network = GraphModule.Create(spec, seed);
        var layers = Network.Layers.Where(layer => layer.Key != spec.Head.Name).ToDictionary();
        network.Unfold(layers, inputs);
        return network;
    }
}
