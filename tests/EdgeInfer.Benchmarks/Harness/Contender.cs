namespace EdgeInfer.Benchmarks.Harness;

/// <summary>One of those that are measured against each other.</summary>
/// <param name="Name">Unique within a measurement.</param>
/// <param name="Call">Does the work once, on the row of this index; all contenders do the same work on the same row.</param>
internal sealed record Contender(string Name, Action<int> Call);
