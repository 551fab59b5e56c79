using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Runtime.Bundles;

/// <summary>Gives a bundle's model file to the engine that the manifest names.</summary>
internal static class ModelLoader
{
    /// <exception cref="InvalidInputException">Unknown engine, or an engine refuses the file.</exception>
    public static IModel Load(Bundle bundle, string path)
    {
        var file = $"{path}/{bundle.Manifest.ModelFile}";
        return bundle.Manifest.Engine switch
        {
            "onnx" => OnnxModel.Load(bundle.ModelBytes, file),
            "tree" => new TreeModel(CompactTreeFile.Read(bundle.ModelBytes.Span, file)),
            var engine => throw new InvalidInputException(path, $"engine '{engine}' is unknown; tree and onnx are run"),
        };
    }
}
