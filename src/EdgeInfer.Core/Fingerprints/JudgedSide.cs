namespace EdgeInfer.Core.Fingerprints;

/// <summary>The test side of a data set, which models are to be judged on.</summary>
/// <param name="Task">Name of the data set's task.</param>
/// <param name="Attribution">Whose data it is.</param>
/// <param name="Simulated">No real sensor was involved.</param>
/// <param name="Leaky">The split is declared leaky.</param>
/// <param name="Kind">What a hash of <paramref name="Content"/> stands for.</param>
/// <param name="Content">Of every test recording.</param>
public sealed record JudgedSide(
    string Task, string? Attribution, bool Simulated, bool Leaky, PieceKind Kind, IReadOnlyList<RecordedPieces> Content);
