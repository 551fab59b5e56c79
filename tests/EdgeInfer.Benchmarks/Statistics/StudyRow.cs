namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>One cell of a simulated study, a share of its runs by the rules of d22f453 and by those of now.</summary>
/// <param name="Study">What is asked.</param>
/// <param name="Truth">What the simulated data were drawn from.</param>
/// <param name="Groups">Groups of each run.</param>
/// <param name="Windows">Windows of each group; null where groups were drawn as plain numbers.</param>
/// <param name="Before">Share of runs, by Student's interval alone.</param>
/// <param name="Now">Share of runs.</param>
/// <param name="Limits">What <paramref name="Now"/> is to lie in.</param>
/// <param name="Runs">Simulated runs.</param>
internal sealed record StudyRow(
    string Study, string Truth, int Groups, int? Windows, double? Before, double Now, (double Low, double High) Limits, int Runs)
{
    /// <summary>Twice the standard error of a share at the limit: chance moves it by so much.</summary>
    public double Allowance => 2 * Math.Sqrt(NearestLimit * (1 - NearestLimit) / Math.Max(1, Runs));

    public bool Holds => Now >= Limits.Low - Allowance && Now <= Limits.High + Allowance;

    private double NearestLimit => Math.Abs(Now - Limits.Low) < Math.Abs(Now - Limits.High) ? Limits.Low : Limits.High;
}
