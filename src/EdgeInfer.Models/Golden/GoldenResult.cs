namespace EdgeInfer.Models.Golden;

/// <summary>How far a model on this machine is from the golden outputs.</summary>
/// <param name="Cases">Cases run.</param>
/// <param name="LabelMismatches">Cases whose largest output is another one than the golden case's.</param>
/// <param name="MaxAbsDiff">Largest absolute difference of any output; infinite where an output was NaN.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
public sealed record GoldenResult(int Cases, int LabelMismatches, double MaxAbsDiff, double Tolerance)
{
    public bool Passed => LabelMismatches == 0 && MaxAbsDiff <= Tolerance;
}
