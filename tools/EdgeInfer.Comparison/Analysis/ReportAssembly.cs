using EdgeInfer.Comparison.Checks;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Core.Errors;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>From what arrived over MQTT to the report.</summary>
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
        ModelSection[] models =
            [.. input.Models.Select(manifest => ModelFigures.Of(input, manifest, observations))];
        var source = SourceOf(input, models[0]);
        ComparedPair.TryChoose(models, out var pair);
        var section = pair is null ? null : PairFigures.Of(pair, input, sound: problems.Length == 0);
        return new ComparisonReport
        {
            Schema = ComparisonReport.CurrentSchema,
            Data = input.Data.Name,
            Simulated = input.Data.Simulated,
            Split = new(input.Data.SplitKind, input.Data.Leaky),
            Task = input.Data.Task,
            Seed = input.Seed,
            Machine = input.Machine,
            Marks = FigureMarks.Of(input.Data.Simulated, input.HasQuickModel, input.Data.Leaky),
            AccuracySource = source,
            Models = models,
            Comparison = section,
            Mqtt = input.Mqtt,
            Verdict = VerdictSentence.Of(input, source, Endpoint.Of(models[0]), pair, section, sound: problems.Length == 0),
            Problems = problems,
            Provenance = ProvenanceOf(input),
        };
    }

    private static AccuracySource SourceOf(ComparisonInput input, ModelSection first) => new(
        ModelFigures.Source,
        "mqtt",
        input.Data.GroupNoun,
        first.Accuracy.Groups,
        first.Accuracy.Windows,
        "95 % Student t over groups");

    private static ProvenanceSection ProvenanceOf(ComparisonInput input) => new(
        input.Created.ToUniversalTime(),
        input.Command,
        input.Data.Licence,
        input.Data.Attribution,
        input.Data.DataSha256,
        input.Data.SplitSha256);
}
