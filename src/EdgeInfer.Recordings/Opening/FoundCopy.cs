using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Recordings.Opening;

/// <param name="Tested">The copy.</param>
/// <param name="Learnt">What it is a copy of.</param>
/// <param name="Extent">How much of it, in words.</param>
internal sealed record FoundCopy(RecordedPieces Tested, RecordedPieces Learnt, string Extent);
