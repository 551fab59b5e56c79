using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Serving.Opening;

/// <summary>Gives a bundle's model files to the engine that the manifest names.</summary>
internal static class ModelLoader
{
    private static readonly Dictionary<ModelEngine, Func<Bundle, string, IModel>> Loaders = new()
    {
        [ModelEngine.Tree] = Trees,
        [ModelEngine.Onnx] = Network,
        [ModelEngine.Hybrid] = Hybrid,
    };

    /// <exception cref="InvalidInputException">Unknown engine, an engine refuses its file, or two files do not fit each other.</exception>
    public static IModel Load(Bundle bundle, string path) => Loaders.TryGetValue(bundle.Manifest.Engine, out var load)
        ? load(bundle, path)
        : throw new InvalidInputException(
            path, $"engine '{bundle.Manifest.Engine}' is unknown; {string.Join(", ", Loaders.Keys)} are run");

    private static OnnxModel Network(Bundle bundle, string path) =>
        OnnxModel.Load(bundle.ModelBytes, $"{path}/{bundle.Manifest.ModelFile}");

    private static TreeModel Trees(Bundle bundle, string path) =>
        new(CompactTreeFile.Read(bundle.ModelBytes.Span, $"{path}/{bundle.Manifest.ModelFile}"));

    private static ChainedModel Hybrid(Bundle bundle, string path)
    {
        var trees = Trees(bundle, path);
        var network = OnnxModel.Load(bundle.EmbeddingBytes!.Value, $"{path}/{bundle.Manifest.EmbeddingFile}");
        try
        {
            return new ChainedModel(network, trees);
        }
        catch (ArgumentException misfit)
        {
            network.Dispose();
            throw new InvalidInputException(path, $"network and trees do not fit: {misfit.Message}", misfit);
        }
    }
}
