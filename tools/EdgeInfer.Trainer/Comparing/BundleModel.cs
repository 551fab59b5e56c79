using EdgeInfer.Core.Models;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Comparing;

/// <summary>The engine that a bundle asks for, as the device opens it.</summary>
internal static class BundleModel
{
    public const string Network = "onnx";

    public static IModel Open(Bundle bundle, string place) => bundle.Manifest.Engine == Network
        ? OnnxModel.Load(bundle.ModelBytes, place)
        : new TreeModel(CompactTreeFile.Read(bundle.ModelBytes.Span, place));
}
