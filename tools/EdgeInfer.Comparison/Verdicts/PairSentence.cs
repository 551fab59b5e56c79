using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using EdgeInfer.Evaluation.Verdicts;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>What a pair showed, with the sizes of the two.</summary>
internal static class PairSentence
{
    public static string Of(ComparedPair models, PairSection section, AccuracySource source) =>
        $"{Finding(models, section, source, Endpoint.Of(models.First))}{Look(section)}; {Size(models)}";

    private static string Finding(ComparedPair models, PairSection section, AccuracySource source, Endpoint endpoint)
    {
        var (first, second) = (models.First.Title, models.Second.Title);
        var difference = section.Difference ?? 0;
        var ahead = difference >= 0 ? first : second;
        var behind = difference >= 0 ? second : first;
        var lead = endpoint.Difference(difference);
        return section.Outcome switch
        {
            VerdictOutcome.Supported =>
                $"supported: {ahead} {endpoint.IsBetterThan} {behind} by {lead} ({Interval(endpoint, section.Interval95, 95, difference)})",
            VerdictOutcome.Equivalent =>
                $"equivalent: {first} and {second} {endpoint.AreEqual} within {endpoint.Margin(section.Margin)} "
                + $"({Interval(endpoint, section.Interval90, 90, 1)})",
            VerdictOutcome.Inconclusive =>
                $"inconclusive: {MoreGroups(section, source)}, since {ahead} leads {behind} by {lead} "
                + $"({Interval(endpoint, section.Interval95, 95, difference)}){Objection(section)}",
            VerdictOutcome.NoClaim =>
                $"{ahead} leads {behind} by {lead}",
            _ => $"not measured: {Plural.Of(section.Groups, source.GroupNoun)} cannot show how far "
                + $"{endpoint.Name} varies, so record more of them",
        };
    }

    private static string MoreGroups(PairSection section, AccuracySource source) => section.MoreGroups is { } more
        ? $"record {Plural.More(more, source.GroupNoun)}{LaterLook(section)}"
        : $"the models differ too little for any feasible number of {source.GroupNoun}s";

    /// <summary>The intervals that are told are those of a first look; a later one judges by wider ones.</summary>
    private static string Look(PairSection section) => section.Look == 1
        ? ""
        : Invariant($"; judged at {section.Level * 100:0.###} %, for it is look {section.Look} at this test");

    /// <summary>What the next look may spend is fixed now: recording until something shows would find it between equal models.</summary>
    private static string LaterLook(PairSection section) =>
        Invariant($" and compare once more (look {section.Look + 1}, at {LookPlan.Level(section.Look + 1) * 100:0.###} %)");

    private static string Objection(PairSection section) =>
        section.Objection is { } objection ? $"; not shown to be equal: {objection}" : "";

    /// <summary>From the side of the leader: a negative difference turns the interval round.</summary>
    private static string Interval(Endpoint endpoint, Evaluation.Groups.Interval? interval, int percent, double difference)
    {
        if (interval is not { } known)
            return "no interval";
        var (low, high) = difference < 0 ? (-known.High, -known.Low) : (known.Low, known.High);
        return Invariant(
            $"{percent} % interval of the difference {endpoint.Signed(low)} to {endpoint.Signed(high)} {endpoint.DifferenceUnit}");
    }

    private static string Size(ComparedPair models) =>
        Invariant($"{models.First.Title} takes {models.First.Bytes / 1000.0:0.0} kB and ")
        + Invariant($"{models.Second.Title} {models.Second.Bytes / 1000.0:0.0} kB");
}
