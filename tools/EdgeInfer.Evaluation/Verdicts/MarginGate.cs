using System.Globalization;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>
/// A compressed network passes where the lower end of the interval of its paired difference stays above minus the margin, and the groups
/// can show it (<see cref="UnseenGroups"/>). The interval is of 95 % for one network, and of 1 - 0.05 / k where one of k is exported
/// (Bonferroni): some of many would pass by chance.
/// </summary>
/// <param name="margin">0 to 1; 1 lets every network pass.</param>
/// <param name="figure">What the difference is of.</param>
/// <param name="networks">How many are judged; at least one.</param>
public sealed class MarginGate(double margin, string figure, int networks)
{
    private const double LetsAllPass = 1;
    private const double ErrorRate = 0.05;

    private readonly double _confidence = 1 - ErrorRate / networks;

    /// <param name="difference">Compressed minus original, paired over groups.</param>
    public GateVerdict Judge(PairedDifference difference)
    {
        var interval = difference.IntervalAt(_confidence);
        return new GateVerdict(_confidence, interval, margin >= LetsAllPass ? null : Refusal(difference, interval));
    }

    private string? Refusal(PairedDifference difference, Interval? found)
    {
        if (difference.Groups < UnseenGroups.Fewest || found is not { } interval)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.Groups} test group{(difference.Groups == 1 ? "" : "s")} can't show how much {figure} is lost; ")
                + $"{UnseenGroups.Fewest} or more are needed";
        if (interval.Low <= -margin)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{figure} changes by {difference.Mean:+0.0000;-0.0000;0.0000} [{interval.Low:+0.0000;-0.0000;0.0000}, "
                + $"{interval.High:+0.0000;-0.0000;0.0000}]{Correction()} over {difference.Groups} test groups; "
                + $"the lower end is not above {-margin:0.####;-0.####;0}");
        return UnseenGroups.Objection(difference, margin + difference.Mean, margin, (1 - _confidence) / 2) is { } objection
            ? string.Create(CultureInfo.InvariantCulture, $"{figure} changes by {difference.Mean:+0.0000;-0.0000;0.0000}, but {objection}")
            : null;
    }

    private string Correction() => networks == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({_confidence * 100:0.##} % interval, for {networks} networks are judged)");
}
