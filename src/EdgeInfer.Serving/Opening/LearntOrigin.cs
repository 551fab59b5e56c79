using System.Text.RegularExpressions;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Marks;

namespace EdgeInfer.Serving.Opening;

/// <summary>Whether a bundle has learnt what it is to be judged on.</summary>
public static partial class LearntOrigin
{
    /// <summary>What figures of a bundle on <paramref name="side"/> must be read with.</summary>
    /// <param name="manifest">Of the bundle.</param>
    /// <param name="place">Where it was read.</param>
    /// <param name="side">What it is to be judged on.</param>
    /// <exception cref="InvalidInputException">
    /// The bundle was trained on copies of recordings, or on a group of the same data, and the split is not declared leaky.
    /// </exception>
    public static FigureMarks Judge(Manifest manifest, string place, JudgedSide side)
    {
        var training = manifest.Training;
        var content = training.Content?.ToFingerprint();
        if (!side.Leaky)
        {
            RefuseGroups(training, place, side);
            RefuseCopies(content, place, side);
        }

        return training.Marks.With(new(side.Simulated, Quick: false, side.Leaky, OriginUnknown: !IsComparable(content, side)));
    }

    /// <summary>Whether copies would be found: both sides have pieces of one kind, and some of them are in the sample's reach.</summary>
    private static bool IsComparable(ContentFingerprint? content, JudgedSide side) =>
        content is { Pieces: > 0 } && content.Kind == side.Kind
        && content.OverlapWith(side.Content.SelectMany(recording => recording.Hashes)).Compared > 0;

    private static void RefuseGroups(ManifestTraining training, string place, JudgedSide side)
    {
        if (!IsOne(training.Attribution, side.Attribution))
            return;
        var learnt = training.Groups.ToLookup(GroupName.Normalised, StringComparer.Ordinal);
        if (side.Content.FirstOrDefault(recording => learnt.Contains(GroupName.Normalised(recording.Group))) is not { } seen)
            return;
        var written = learnt[GroupName.Normalised(seen.Group)].First();
        var spelling = written == seen.Group ? "" : $", written '{written}' there";
        throw new InvalidInputException(
            place, $"has learnt group '{seen.Group}' of the same data{spelling}, which is a test group of {side.Task}");
    }

    private static void RefuseCopies(ContentFingerprint? content, string place, JudgedSide side)
    {
        if (content?.Kind != side.Kind || CopiedContent.First(content, side.Content) is not { } copy)
            return;
        throw new InvalidInputException(
            place,
            $"has learnt the test recording {copy.Path} of group '{copy.Group}' of {side.Task}, or a copy of it "
            + $"({copy.Describe(side.Kind)} compared); judge it on other recordings, or declare the split leaky");
    }

    /// <summary>One study published as several tasks has one DOI; without it, the same words name the same data.</summary>
    internal static bool IsOne(string? learnt, string? tested) =>
        learnt == tested
        || (learnt is { Length: > 0 } && tested is { Length: > 0 }
            && (learnt.Contains(tested, StringComparison.Ordinal) || Identifiers(learnt).Overlaps(Identifiers(tested))));

    private static HashSet<string> Identifiers(string attribution) =>
        DoiPattern.Matches(attribution).Select(match => match.Groups["doi"].Value.TrimEnd('.')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:doi:\s*|doi\.org/)(?<doi>10\.[^\s,;]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoiPattern { get; }
}
