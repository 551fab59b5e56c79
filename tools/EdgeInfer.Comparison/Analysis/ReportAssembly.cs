using EdgeInfer.Comparison.Checks;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>From answers to the report.</summary>
public static class ReportAssembly
{
    /// <exception cref="InvalidInputException">A model has no usable answer at all.</exception>
    public static ComparisonReport Assemble(ComparisonInput input)
    {
        if (input.Models.Count == 0)
            throw new InvalidInputException("comparison", "no bundle was given");
        var observations = new UsableObservations(input);
        var problems = observations.Problems
            .Concat(WindowAgreement.Problems([.. input.Models.Select(model => model.Name)], observations))
            .ToArray();
        var models = Candidates(input, observations);
        var source = SourceOf(input, models[0]);
        var headline = HeadlinePair.Of(models, input.Headline);
        var pairs = PairFigures.Of(models, headline, input, source, sound: problems.Length == 0);
        var finding = problems.Length > 0 ? VerdictSentence.Problems
            : headline is null ? VerdictSentence.NeededPair(models[0])
            : pairs[0].Sentence;
        return new ComparisonReport
        {
            Schema = ComparisonReport.CurrentSchema,
            Data = input.Data.Name,
            Simulated = input.Data.Simulated,
            Split = new(input.Data.SplitKind, input.Data.Leaky),
            Task = input.Data.Task,
            Seed = input.Seed,
            Machine = input.Device.Machine,
            Marks = input.Marks.Phrases,
            Openings = input.Openings,
            AccuracySource = source,
            Models = models,
            Pairs = pairs,
            Claims = input.Claims,
            Layers = input.Layers,
            Mqtt = input.Mqtt,
            Verdict = VerdictSentence.Of(input, source, headline, finding),
            Problems = problems,
            Provenance = ProvenanceOf(input),
        };
    }

    /// <summary>Where two would go by one title, they go by their names.</summary>
    private static ModelSection[] Candidates(ComparisonInput input, UsableObservations observations)
    {
        ModelSection[] models = [.. input.Models.Select(manifest => ModelFigures.Of(input, manifest, observations))];
        return
        [
            .. models.Select(model => models.Count(other => other.Title == model.Title) == 1 ? model : model with { Title = model.Name }),
        ];
    }

    private static AccuracySource SourceOf(ComparisonInput input, ModelSection first) => new(
        input.Source.Name,
        input.Source.Transport,
        input.Data.GroupNoun,
        first.Accuracy.Groups,
        first.Accuracy.Windows,
        "95 % over groups, Korn and Graubard");

    private static ProvenanceSection ProvenanceOf(ComparisonInput input) => new(
        input.Created.ToUniversalTime(),
        input.Command,
        input.Device.Version,
        input.Data.Licence,
        input.Data.Attribution,
        input.Data.DataSha256,
        input.Data.SplitSha256,
        input.Data.LeftOut);
}
