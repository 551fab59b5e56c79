namespace EdgeInfer.Trainer.Inspection;

/// <summary>A node of the file that computes something; the arithmetic on its weights alone counts to it.</summary>
/// <param name="Name">Name of the node.</param>
/// <param name="OpType">Operator.</param>
/// <param name="Inputs">Tensors that it reads: the graph's input, and what other layers make.</param>
/// <param name="Weights">Tensors that it reads beside them: stored, or made of what is stored alone.</param>
/// <param name="Outputs">Tensors that it makes.</param>
/// <param name="Shape">Shape of the first of them.</param>
/// <param name="Parameters">Numbers stored for it, but for shapes and the like (int64) and for scales and zero points.</param>
/// <param name="Bytes">Bytes of all that is stored for it.</param>
/// <param name="MultiplyAccumulates">Multiply-accumulates of one input; 0 for operators without weights.</param>
internal sealed record LayerInfo(
    string Name,
    string OpType,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Weights,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<long> Shape,
    long Parameters,
    long Bytes,
    long MultiplyAccumulates)
{
    /// <summary>True for the nodes of an int8 network that convert numbers between two layers.</summary>
    public bool IsConversion => OpType is "QuantizeLinear" or "DequantizeLinear";
}
