using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>The verdict as one plain sentence: where it stands, what holds, the size, and what was not measured.</summary>
internal static class VerdictSentence
{
    private const string Cost =
        "latency holds for this host only, and cost on your own device is not measured yet";

    public static string Of(
        ComparisonInput input, AccuracySource source, Endpoint endpoint, ComparedPair? pair, PairSection? section, bool sound)
    {
        var finding = (pair, section) switch
        {
            _ when !sound => "no verdict, because the run has problems that are listed with it",
            ({ } models, { } compared) => $"{Finding(models, compared, source, endpoint)}; {Size(models)}",
            _ => $"no verdict, because {endpoint.NeededPair}",
        };
        var sentence = $"{Marks(input, pair?.IsQuick(input) ?? input.HasQuickModel)}{Where(input, source)}: {finding}; {Cost}.";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
    }

    private static string Marks(ComparisonInput input, bool isQuick)
    {
        var simulated = input.Data.Simulated ? "simulated data, which checks the tools and supports no claim: " : "";
        var quick = isQuick ? "quick budgets, which show that everything runs and are no basis for a choice: " : "";
        var leaky = input.Data.Leaky ? "optimistic: leaky split: " : "";
        return simulated + quick + leaky;
    }

    private static string Where(ComparisonInput input, AccuracySource source) =>
        Invariant($"on {input.Data.Name} (task {input.Data.Task}, split {input.Data.SplitKind}, ")
        + Invariant($"{Plural.Of(source.Groups, source.GroupNoun)}, {Plural.Of(source.Windows, "window")}), ")
        + Invariant($"replayed over MQTT on {input.Machine.Processor} ({input.Host})");

    private static string Finding(ComparedPair models, PairSection section, AccuracySource source, Endpoint endpoint)
    {
        var first = ModelTitle.Of(models.First);
        var second = ModelTitle.Of(models.Second);
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
                + $"({Interval(endpoint, section.Interval95, 95, difference)})",
            VerdictOutcome.NoClaim =>
                $"{ahead} leads {behind} by {lead}",
            _ => $"not measured: {Plural.Of(section.Groups, source.GroupNoun)} cannot show how far "
                + $"{endpoint.Name} varies, so record more of them",
        };
    }

    private static string MoreGroups(PairSection section, AccuracySource source) => section.MoreGroups is { } more
        ? $"record {Plural.More(more, source.GroupNoun)}"
        : $"the models differ too little for any feasible number of {source.GroupNoun}s";

    /// <summary>From the side of the leader: a negative difference turns the interval round.</summary>
    private static string Interval(Endpoint endpoint, Measurement.Groups.Interval? interval, int percent, double difference)
    {
        if (interval is not { } known)
            return "no interval";
        var (low, high) = difference < 0 ? (-known.High, -known.Low) : (known.Low, known.High);
        return Invariant(
            $"{percent} % interval of the difference {endpoint.Signed(low)} to {endpoint.Signed(high)} {endpoint.DifferenceUnit}");
    }

    private static string Size(ComparedPair models) =>
        Invariant($"{ModelTitle.Of(models.First)} takes {models.First.Bytes / 1000.0:0.0} kB and ")
        + Invariant($"{ModelTitle.Of(models.Second)} {models.Second.Bytes / 1000.0:0.0} kB");
}
