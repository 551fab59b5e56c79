using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using EdgeInfer.Core.Marks;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>The verdict as one plain sentence: where it stands, what holds, the size, and what was not measured.</summary>
internal static class VerdictSentence
{
    /// <summary>In place of a finding, where the run is not to be trusted.</summary>
    public const string Problems = "no verdict, because the run has problems that are listed with it";

    private const string Cost =
        "latency holds for this host only, and cost on your own device is not measured yet";

    /// <param name="input">What the report is made from.</param>
    /// <param name="source">Where accuracy stands.</param>
    /// <param name="headline">The pair of the question; null where the candidates hold none.</param>
    /// <param name="finding">What that pair showed; without one, why there is no verdict.</param>
    public static string Of(ComparisonInput input, AccuracySource source, ComparedPair? headline, string finding)
    {
        var sentence = $"{Marks(input, headline?.IsQuick(input) ?? input.HasQuickModel)}{Where(input, source)}: {finding}; {Cost}.";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
    }

    /// <summary>In place of a finding, where the candidates hold no pair of the question.</summary>
    public static string NeededPair(ModelSection candidate) => $"no verdict, because {Endpoint.Of(candidate).NeededPair}";

    private static string Marks(ComparisonInput input, bool isQuick)
    {
        var simulated = input.Data.Simulated ? "simulated data, which checks the tools and supports no claim: " : "";
        var quick = isQuick ? "quick budgets, which show that everything runs and are no basis for a choice: " : "";
        var leaky = input.Marks.Leaky ? "optimistic: leaky split: " : "";
        var unknown = input.Marks.OriginUnknown ? "origin unknown, so that a model may have seen these windows: " : "";
        var groups = input.Marks.Groups switch
        {
            GroupOrigin.Files => "optimistic, as every recording is its own group: ",
            GroupOrigin.Blocks => "optimistic, as the groups are blocks of one recording: ",
            _ => "",
        };
        return simulated + quick + leaky + groups + unknown;
    }

    private static string Where(ComparisonInput input, AccuracySource source) =>
        Invariant($"on {input.Data.Name} (task {input.Data.Task}, split {input.Data.SplitKind}, ")
        + Invariant($"{Plural.Of(source.Groups, source.GroupNoun)}, {Plural.Of(source.Windows, "window")}), ")
        + Invariant($"{input.Source.Way} on {input.Device.Machine.Processor} ({input.Device.Host})");
}
