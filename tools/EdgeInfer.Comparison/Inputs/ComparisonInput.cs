using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Marks;
using EdgeInfer.Evaluation.Verdicts;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Recordings.Ledger;

namespace EdgeInfer.Comparison.Inputs;

/// <summary>Everything that a comparison is made from.</summary>
public sealed record ComparisonInput
{
    public required DataFacts Data { get; init; }
    public required int Seed { get; init; }

    public required MeasuringDevice Device { get; init; }

    public required ObservationSource Source { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Command that made the report, for whoever repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>One a bundle that answered; their names differ.</summary>
    public required IReadOnlyList<Manifest> Models { get; init; }

    /// <summary>
    /// SHA-256 of each bundle's model.json, by the model's name: answers must come from that very bundle, or, where each group is left
    /// out in turn, from one of the model's bundles.
    /// </summary>
    public required ILookup<string, string> ModelSha256 { get; init; }

    /// <summary>How often the test side has been opened.</summary>
    public required OpeningCount Openings { get; init; }

    /// <summary>The two models of the question, by their names; null leaves the choice to their families.</summary>
    public (string First, string Second)? Headline { get; init; }

    /// <summary>Largest difference that counts as none, stated beforehand, 0 to 1.</summary>
    public double Margin { get; init; } = PairedJudgement.DefaultMargin;

    /// <summary>In any order; a second answer of one model to one window (a redelivery) is passed over.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>Windows that a model, by its name, could not answer, because a sample or a score was NaN or an infinity.</summary>
    public IReadOnlyDictionary<string, long> NonFiniteWindows { get; init; } = new Dictionary<string, long>();

    /// <summary>Null where no message carried the answers.</summary>
    public required MessageCounts? Mqtt { get; init; }

    /// <summary>Group (subject, machine) of every stream.</summary>
    public required IReadOnlyDictionary<string, string> GroupOfStream { get; init; }

    /// <summary>CPU time of a model, by its name, over that of the first, from blocks in which each ran alone; may lack any.</summary>
    public IReadOnlyDictionary<string, LatencyRatio> CpuRatios { get; init; } = new Dictionary<string, LatencyRatio>();

    /// <summary>Tensors of the two models of the question, the worst first.</summary>
    public IReadOnlyList<LayerDifference> Layers { get; init; } = [];

    /// <summary>What a plan found of the claims that it was made for.</summary>
    public IReadOnlyList<ClaimSection> Claims { get; init; } = [];

    /// <summary>What the test side, held against its training, adds for a model, by its name; may lack any.</summary>
    public IReadOnlyDictionary<string, FigureMarks> JudgedMarks { get; init; } = new Dictionary<string, FigureMarks>();

    /// <summary>What every figure of a model must be read with.</summary>
    internal FigureMarks MarksOf(Manifest model) => SentMarksOf(model).With(JudgedMarks.GetValueOrDefault(model.Name));

    /// <summary>What every message of a model must say: its device knows bundle and data, and has not compared the two.</summary>
    internal FigureMarks SentMarksOf(Manifest model) => model.Training.Marks.With(Data.Marks);

    /// <summary>What a figure that any of the models is part of must be read with.</summary>
    internal FigureMarks Marks => Models.Aggregate(Data.Marks, (marks, model) => marks.With(MarksOf(model)));

    internal bool HasQuickModel => Models.Any(model => model.Training.Quick);
}
