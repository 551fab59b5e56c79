namespace EdgeInfer.Core.Fingerprints;

/// <summary>The content of one recording.</summary>
/// <param name="Path">File, relative to the data set's folder.</param>
/// <param name="Group">Group that it belongs to.</param>
/// <param name="Hashes">One a piece; in any order.</param>
public sealed record RecordedPieces(string Path, string Group, IReadOnlyList<ulong> Hashes);
