using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Recordings of the test side that stand on the training side as well, under whatever name.</summary>
public static class SideCopies
{
    /// <summary>A split that is declared leaky is let through: every figure of it is marked.</summary>
    /// <exception cref="InvalidInputException">A test recording is a copy, or a near copy, of one that is trained on.</exception>
    public static void Refuse(RecordingSet set)
    {
        if (!set.Split.Leaky && Find(set) is { } problem)
            throw problem;
    }

    /// <summary>The first copy as an error that names both files; null where there is none.</summary>
    internal static InvalidInputException? Find(RecordingSet set)
    {
        var (kind, train) = (set.PieceKind, set.ContentOf(SplitSide.Train));
        if (CopiedContent.First(ContentFingerprint.Whole(kind, train), set.ContentOf(SplitSide.Test)) is not { } copy)
            return null;
        var original = train.MaxBy(recording => recording.Hashes.Count(copy.Hashes.Contains))!;
        return new InvalidInputException(
            Path.Combine(set.Directory, copy.Path),
            $"the split leaks: the test recording of group '{copy.Group}' is a copy of {original.Path} of group '{original.Group}', "
            + $"which is trained on ({copy.Describe(kind)}); take one away, put both on one side, or declare the split leaky");
    }
}
