using EdgeInfer.Trainer.Import.Scores;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <param name="Table">What the scores are computed from; columns in the file's order.</param>
/// <param name="ScoreOutput">Output of the graph that holds them.</param>
/// <param name="LabelOutput">Output that holds the predicted class, if there is one.</param>
/// <param name="Labels">Labels of the columns as text; null where the file names none.</param>
internal sealed record TracedModel(ScoreTable Table, string ScoreOutput, string? LabelOutput, IReadOnlyList<string>? Labels);
