using EdgeInfer.Comparison.Observations;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Checks;

/// <summary>Whether all models saw the same windows with the same truths: nothing else makes them comparable.</summary>
internal static class WindowAgreement
{
    /// <summary>One line a model that differs from the first; empty where all agree.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<string> models, UsableObservations observations) =>
        models.Skip(1)
            .Select(model => Problem(models[0], observations.Of(models[0]), model, observations.Of(model)))
            .OfType<string>();

    private static string? Problem(
        string firstName,
        IReadOnlyDictionary<string, Observation> first,
        string otherName,
        IReadOnlyDictionary<string, Observation> other)
    {
        var missing = first.Keys.Where(window => !other.ContainsKey(window)).Order(StringComparer.Ordinal).ToArray();
        var extra = other.Keys.Where(window => !first.ContainsKey(window)).Order(StringComparer.Ordinal).ToArray();
        var otherTruth = first.Keys
            .Where(window => other.TryGetValue(window, out var seen)
                && !string.Equals(seen.Truth, first[window].Truth, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var example = missing.Concat(extra).Concat(otherTruth).FirstOrDefault();
        return example is null
            ? null
            : Invariant($"the models did not see identical windows: {otherName} lacks {missing.Length} of {firstName}'s {first.Count}, ")
                + Invariant($"has {extra.Length} others and {otherTruth.Length} with another truth; for example window {example}");
    }
}
