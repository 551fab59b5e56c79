using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Paired comparisons of the endpoint over the groups that show it.</summary>
internal static class PairFigures
{
    /// <summary>The pair of the question, and then every other two candidates in their order, as exploration.</summary>
    /// <param name="models">The candidates.</param>
    /// <param name="headline">The pair of the question; null where the candidates hold none.</param>
    /// <param name="input">What the report is made from.</param>
    /// <param name="source">Where accuracy stands.</param>
    /// <param name="sound">False where the answers cannot be compared.</param>
    public static PairSection[] Of(
        IReadOnlyList<ModelSection> models, ComparedPair? headline, ComparisonInput input, AccuracySource source, bool sound)
    {
        var others = models.SelectMany((first, index) => models.Skip(index + 1).Select(second => new ComparedPair(first, second)))
            .Where(pair => headline is null || !headline.Holds(pair.First) || !headline.Holds(pair.Second));
        return
        [
            .. headline is null ? (PairSection[])[] : [Told(headline, exploratory: false)],
            .. others.Select(pair => Told(pair, exploratory: true)),
        ];

        PairSection Told(ComparedPair pair, bool exploratory)
        {
            var section = Of(pair, input, sound) with { Exploratory = exploratory };
            return section with { Sentence = sound ? PairSentence.Of(pair, section, source) : VerdictSentence.Problems };
        }
    }

    private static PairSection Of(ComparedPair pair, ComparisonInput input, bool sound)
    {
        var endpoint = Endpoint.Of(pair.First);
        var shown = pair.First.PerGroup.Zip(pair.Second.PerGroup)
            .Select(group => (First: endpoint.Figure(group.First), Second: endpoint.Figure(group.Second), group.First.Windows))
            .Where(group => group is { First: not null, Second: not null })
            .ToArray();
        if (!sound || shown.Length == 0)
            return NotMeasured(pair, endpoint, input, shown.Length);
        var paired = PairedDifference.Of(
            [.. shown.Select(group => group.First!.Value)],
            [.. shown.Select(group => group.Second!.Value)],
            [.. shown.Select(group => group.Windows)]);
        var signFlip = SignFlipTest.PValue(paired.Values, input.Seed);
        var judged = PairedJudgement.Of(paired, signFlip, input.Margin, input.Openings.Look);
        return NotMeasured(pair, endpoint, input, paired.Groups) with
        {
            Outcome = input.Data.Simulated || pair.IsQuick(input) ? VerdictOutcome.NoClaim : judged.Outcome,
            Difference = paired.Mean,
            Interval95 = paired.Interval95,
            Interval90 = paired.IntervalAt(0.90),
            MinimumDetectable = DetectableDifference.Of(paired),
            SignFlipP = signFlip,
            MoreGroups = judged.Further,
            Objection = judged.Objection,
        };
    }

    private static PairSection NotMeasured(ComparedPair pair, Endpoint endpoint, ComparisonInput input, int groups) => new(
        pair.First.Name,
        pair.Second.Name,
        endpoint.Id,
        input.Margin,
        VerdictOutcome.NotMeasured,
        Difference: null,
        Interval95: null,
        Interval90: null,
        MinimumDetectable: null,
        SignFlipP: null,
        groups,
        MoreGroups: null,
        input.Openings.Look,
        LookPlan.Level(input.Openings.Look),
        Objection: null,
        Exploratory: true,
        Sentence: "");
}
