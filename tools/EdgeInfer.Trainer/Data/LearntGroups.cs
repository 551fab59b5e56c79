using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Trainer.Data;

/// <summary>What a trained bundle has seen already.</summary>
internal static partial class LearntGroups
{
    /// <summary>A split that is declared leaky is let through: figures on it are marked as optimistic.</summary>
    /// <exception cref="InvalidInputException">The bundle was trained on a group that <paramref name="data"/> tests on.</exception>
    public static void RequireUnseen(Manifest manifest, string place, TaskData data)
    {
        var learnt = manifest.Training.Groups.ToHashSet();
        if (!data.Set.Split.Leaky
            && AreOfOneOrigin(manifest.Training.Attribution, data.Set.Dataset.Attribution)
            && data.Test.Groups.FirstOrDefault(learnt.Contains) is { } seen)
            throw new InvalidInputException(place, $"has learnt group '{seen}' of the same data, which is a test group of {data.Name}");
    }

    /// <summary>Adds what the bundle that a training started from, or learnt from, had seen: groups, and whose data they were.</summary>
    public static ManifestTraining After(this ManifestTraining training, Manifest earlier) => training with
    {
        Groups = [.. training.Groups.Union(earlier.Training.Groups).Order(StringComparer.Ordinal)],
        Leaky = training.Leaky || earlier.Training.Leaky,
        Quick = training.Quick || earlier.Training.Quick,
        UnknownOrigin = training.UnknownOrigin || earlier.Training.UnknownOrigin,
        Licence = Both(training.Licence, earlier.Training.Licence)!,
        Attribution = Both(training.Attribution, earlier.Training.Attribution),
    };

    /// <summary>One study published as several tasks has one DOI; without it, the same words name the same data.</summary>
    internal static bool AreOfOneOrigin(string? learnt, string? tested) =>
        learnt == tested
        || (learnt is { Length: > 0 } && tested is { Length: > 0 }
            && (learnt.Contains(tested, StringComparison.Ordinal) || Identifiers(learnt).Overlaps(Identifiers(tested))));

    private static HashSet<string> Identifiers(string attribution) =>
        DoiPattern.Matches(attribution).Select(match => match.Groups["doi"].Value.TrimEnd('.')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string? Both(string? own, string? earlier) =>
        string.IsNullOrEmpty(earlier) || own?.Contains(earlier, StringComparison.Ordinal) == true ? own
        : string.IsNullOrEmpty(own) || earlier.Contains(own, StringComparison.Ordinal) ? earlier
        : $"{own}; {earlier}";

    [GeneratedRegex(@"(?:doi:\s*|doi\.org/)(?<doi>10\.[^\s,;]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoiPattern { get; }
}
