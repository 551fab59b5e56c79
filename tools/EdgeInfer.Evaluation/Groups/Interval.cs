namespace EdgeInfer.Evaluation.Groups;

/// <summary>A closed interval; <paramref name="Low"/> is at most <paramref name="High"/>.</summary>
public readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => Low <= value && value <= High;
}
