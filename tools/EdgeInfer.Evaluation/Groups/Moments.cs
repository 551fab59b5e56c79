namespace EdgeInfer.Evaluation.Groups;

/// <summary>Mean and sample standard deviation (n - 1) of a few values, summed in their order.</summary>
internal readonly record struct Moments(int Count, double Mean, double Deviation)
{
    public double StandardError => Deviation / Math.Sqrt(Count);

    public static Moments Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("needs at least one value", nameof(values));
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Count;
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return new(values.Count, mean, values.Count == 1 ? 0 : Math.Sqrt(squares / (values.Count - 1)));
    }
}
