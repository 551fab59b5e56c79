namespace EdgeInfer.Evaluation.Groups;

/// <summary>A figure between 0 and 1 with its interval over groups.</summary>
/// <param name="Value">Mean over groups.</param>
/// <param name="Low">Lower end of the 95 % interval over groups (<see cref="ShareInterval"/>); null below two groups.</param>
/// <param name="High">Upper end; null below two groups.</param>
/// <param name="Groups">Groups that the figure is defined for.</param>
/// <param name="Windows">Windows of those groups.</param>
public sealed record GroupEstimate(double Value, double? Low, double? High, int Groups, long Windows)
{
    /// <param name="values">One value a group, each 0 to 1; at least one.</param>
    /// <param name="windows">Windows of all those groups together.</param>
    public static GroupEstimate Of(IReadOnlyList<double> values, long windows)
    {
        var interval = ShareInterval.Of(values, windows);
        return new(Moments.Of(values).Mean, interval?.Low, interval?.High, values.Count, windows);
    }
}
