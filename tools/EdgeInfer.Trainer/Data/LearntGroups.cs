using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Trainer.Data;

/// <summary>What a trained bundle has seen already.</summary>
internal static class LearntGroups
{
    /// <summary>A split that is declared leaky is let through: figures on it are marked as optimistic.</summary>
    /// <exception cref="InvalidInputException">
    /// The bundle was trained on a group or a recording that <paramref name="data"/> tests on.
    /// </exception>
    public static void RequireUnseen(Manifest manifest, string place, TaskData data) =>
        LearntOrigin.Judge(manifest, place, data.Set.JudgedSide);

    /// <summary>Adds what the bundle that a training started from, or learnt from, had seen: groups, and whose data they were.</summary>
    public static ManifestTraining After(this ManifestTraining training, Manifest earlier) => training with
    {
        Groups = [.. training.Groups.Union(earlier.Training.Groups).Order(StringComparer.Ordinal)],
        Leaky = training.Leaky || earlier.Training.Leaky,
        Quick = training.Quick || earlier.Training.Quick,
        UnknownOrigin = training.UnknownOrigin || earlier.Training.UnknownOrigin,
        GroupOrigin = training.Marks.With(earlier.Training.Marks).Groups,
        Content = Both(training.Content, earlier.Training.Content),
        Licence = Both(training.Licence, earlier.Training.Licence)!,
        Attribution = Both(training.Attribution, earlier.Training.Attribution),
    };

    private static ManifestContent? Both(ManifestContent? own, ManifestContent? earlier) =>
        own is { Pieces: > 0 } && earlier is { Pieces: > 0 } && own.ToFingerprint().With(earlier.ToFingerprint()) is { } both
            ? ManifestContent.Of(both)
            : null;

    private static string? Both(string? own, string? earlier) =>
        string.IsNullOrEmpty(earlier) || own?.Contains(earlier, StringComparison.Ordinal) == true ? own
        : string.IsNullOrEmpty(own) || earlier.Contains(own, StringComparison.Ordinal) ? earlier
        : $"{own}; {earlier}";
}
