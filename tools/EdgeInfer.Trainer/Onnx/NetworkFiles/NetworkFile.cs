using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>An ONNX file that is looked at or rewritten: scanned, one float input of fixed shape, finite weights.</summary>
/// <param name="Name">Path or bundle, for errors.</param>
/// <param name="Model">
/// Content with the batch pinned to 1, every node named, no initialiser among the inputs, and a version of the format that allows that.
/// </param>
/// <param name="IrVersion">Version of the format that the file states.</param>
/// <param name="Input">Name of the input.</param>
/// <param name="InputShape">Its shape, batch included.</param>
internal sealed record NetworkFile(string Name, ModelProto Model, long IrVersion, string Input, long[] InputShape)
{
    /// <summary>Before this version of the format every initialiser had to be an input too.</summary>
    private const long FirstIrVersionOfPlainInitializers = 4;

    public long Opset => Model.OpsetImport.First(IsStandard).Version;

    public int InputLength => (int)InputShape.Aggregate(1L, (product, dimension) => product * dimension);

    /// <exception cref="InvalidInputException">As <see cref="Parse"/>, or the file is absent or too large.</exception>
    public static NetworkFile Read(string path) => Parse(OnnxBytes.Read(path), path);

    /// <exception cref="InvalidInputException">
    /// The scan refuses it; it imports no standard operator set; input not of float, or of no fixed shape; a weight of NaN or infinity; a
    /// node without an output.
    /// </exception>
    public static NetworkFile Parse(ReadOnlyMemory<byte> bytes, string name)
    {
        var scanned = OnnxScan.Check(bytes.Span, name);
        var model = OnnxProto.Parse(bytes.Span, name);
        if (!model.OpsetImport.Any(IsStandard))
            throw new InvalidInputException(name, "imports no standard operator set, so it holds no network; trees are read by import");
        if (model.Graph.Node.FirstOrDefault(node => node.Output.All(string.IsNullOrEmpty)) is { } silent)
            throw new InvalidInputException(NodeAttributes.PlaceOf(silent, name), "has no output");
        NodeNames.Complete(model.Graph);
        FiniteWeights.Require(model.Graph, name);
        var input = model.Graph.Input.First(value => value.Name == scanned.Input);
        model.Graph.Input.Clear();
        model.Graph.Input.Add(input);
        var stated = model.IrVersion;
        model.IrVersion = Math.Max(stated, FirstIrVersionOfPlainInitializers);
        return new NetworkFile(name, model, stated, input.Name, FixedShape.Pin(input, name));
    }

    private static bool IsStandard(OperatorSetIdProto set) => set.Domain is "" or "ai.onnx";
}
