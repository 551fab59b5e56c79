namespace EdgeInfer.Trainer.Inspection;

/// <summary>An operator of the optimised graph, which this machine executes.</summary>
/// <param name="OpType">Operator, with its domain where that is not the standard's own.</param>
/// <param name="Numbers">integer, float, or conversion between them.</param>
/// <param name="Types">Element types of its outputs.</param>
/// <param name="Count">How many nodes are so.</param>
internal sealed record ExecutedOperator(string OpType, string Numbers, string Types, int Count);
