using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>What the gate on accuracy says of a compressed network.</summary>
/// <param name="Confidence">Of the interval: 0.95, and more where several networks are judged.</param>
/// <param name="Interval">Of the paired difference to the original; null from one group.</param>
/// <param name="Refusal">Why it does not pass; null where it does.</param>
public sealed record GateVerdict(double Confidence, Interval? Interval, string? Refusal)
{
    public bool Passes => Refusal is null;
}
