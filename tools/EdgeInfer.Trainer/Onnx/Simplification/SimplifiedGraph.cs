using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Onnx.Tapping;

namespace EdgeInfer.Trainer.Onnx.Simplification;

/// <summary>
/// A network in fp32 whose graph is only layers: constants folded, batch normalisation inside the convolution before
/// it, no Identity or Dropout, opset 17 or later. ONNX Runtime's own basic optimisations do the folding, which stay
/// within the standard's operators.
/// </summary>
/// <param name="Source">The file it was made of.</param>
/// <param name="Model">The graph.</param>
/// <param name="Shapes">Shape of every tensor that is no constant.</param>
internal sealed record SimplifiedGraph(NetworkFile Source, ModelProto Model, IReadOnlyDictionary<string, long[]> Shapes)
{
    public string Name => Source.Name;

    /// <exception cref="InvalidInputException">
    /// An operator outside the set, or one that can't be folded, or ONNX Runtime refuses the file.
    /// </exception>
    public static SimplifiedGraph Simplify(NetworkFile file)
    {
        NetworkOperators.RequireKnown(file.Model.Graph, file.Name);
        var model = OptimizedGraph.Fold(file);
        NetworkOperators.RequireSimple(model.Graph, file.Name);
        NodeNames.Complete(model.Graph);
        var shapes = TensorShapes.Infer(model, file);
        OperatorUpgrade.Apply(model, shapes, file.Name);
        ConstantOrder.Apply(model.Graph);
        return new SimplifiedGraph(file, model, shapes);
    }

    public byte[] ToBytes() => OnnxProto.Write(Model);

    public NetworkFile AsFile() => Source with { Model = Model };
}
