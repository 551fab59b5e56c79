using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.Tapping;

/// <summary>Shapes as a run on zeros shows them, so that nothing about operators has to be known here.</summary>
internal static class TensorShapes
{
    public static IReadOnlyDictionary<string, long[]> Infer(ModelProto model, NetworkFile file)
    {
        HashSet<string> optional = [""];
        string[] tensors = [.. model.Graph.Node.SelectMany(node => node.Output).Where(name => !optional.Contains(name))];
        using var tapped = new TensorTap(model, file, tensors);
        var shapes = new Dictionary<string, long[]> { [file.Input] = file.InputShape };
        tapped.RunShapes(new float[file.InputLength], (name, shape) => shapes[name] = shape);
        return shapes;
    }
}
