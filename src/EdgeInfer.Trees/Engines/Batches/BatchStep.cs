namespace EdgeInfer.Trees.Engines.Batches;

/// <param name="Segment">Whose ranks are compared.</param>
/// <param name="Place">A greater rank takes the right operand.</param>
/// <param name="Left">Operand: a leaf's number or a register.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
/// <param name="To">Register that receives what was taken.</param>
internal readonly record struct BatchStep(ushort Segment, byte Place, ushort Left, ushort Right, ushort To);
