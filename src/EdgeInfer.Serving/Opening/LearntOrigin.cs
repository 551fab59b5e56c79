using System.Text.RegularExpressions;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Serving.Opening;

/// <summary>Whether a bundle has learnt what it is to be judged on.</summary>
public static partial class LearntOrigin
{
    /// <param name="manifest">Of the bundle.</param>
    /// <param name="place">Where it was read.</param>
    /// <param name="task">Name of the data set's task.</param>
    /// <param name="attribution">Whose data it is.</param>
    /// <param name="testGroups">Groups of the test side.</param>
    /// <exception cref="InvalidInputException">The bundle was trained on one of the groups.</exception>
    public static void RequireUnseen(
        Manifest manifest, string place, string task, string? attribution, IEnumerable<string> testGroups)
    {
        var learnt = manifest.Training.Groups.ToHashSet();
        if (IsOne(manifest.Training.Attribution, attribution) && testGroups.FirstOrDefault(learnt.Contains) is { } seen)
            throw new InvalidInputException(place, $"has learnt group '{seen}' of the same data, which is a test group of {task}");
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
