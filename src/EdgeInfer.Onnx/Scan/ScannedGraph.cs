namespace EdgeInfer.Onnx.Scan;

/// <param name="Input">The only input that is not an initializer.</param>
/// <param name="Outputs">Outputs, one or more.</param>
/// <param name="Operators">Operator of every node in the file's order, with its domain where that is not ONNX's own.</param>
internal sealed record ScannedGraph(string Input, IReadOnlyList<string> Outputs, IReadOnlyList<string> Operators);
