using EdgeInfer.Core.Models;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Comparing;

/// <summary>The engine that a bundle asks for, as the device opens it.</summary>
internal static class BundleModel
{
    public const string Network = "onnx";

    public static IModel Open(Bundle bundle, string place) => bundle.Manifest.Engine switch
    {
        Network => OnnxModel.Load(bundle.ModelBytes, place),
        "hybrid" => new ChainedModel(OnnxModel.Load(bundle.EmbeddingBytes!.Value, place), Trees(bundle, place)),
        _ => Trees(bundle, place),
    };

    /// <summary>Bytes of all files that the engine loads.</summary>
    public static int SizeOf(Bundle bundle) => bundle.ModelBytes.Length + (bundle.EmbeddingBytes?.Length ?? 0);

    private static TreeModel Trees(Bundle bundle, string place) => new(CompactTreeFile.Read(bundle.ModelBytes.Span, place));
}
