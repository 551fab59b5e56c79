namespace EdgeInfer.Trainer.Inspection;

/// <summary>A node of the file that computes something; the arithmetic on its weights alone counts to it.</summary>
/// <param name="Name">Name of the node.</param>
/// <param name="OpType">Operator.</param>
/// <param name="Output">Tensor that it makes.</param>
/// <param name="Shape">Shape of that tensor.</param>
/// <param name="Parameters">Numbers stored for it, but for shapes and the like (int64) and for scales and zero points.</param>
/// <param name="Bytes">Bytes of all that is stored for it.</param>
/// <param name="MultiplyAccumulates">Multiply-accumulates of one input; 0 for operators without weights.</param>
internal sealed record LayerInfo(
    string Name, string OpType, string Output, IReadOnlyList<long> Shape, long Parameters, long Bytes, long MultiplyAccumulates);
