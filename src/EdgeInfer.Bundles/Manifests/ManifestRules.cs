using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Core.Tasks;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>What a manifest must satisfy beyond its JSON.</summary>
internal static class ManifestRules
{
    /// <summary>The first fault, or null where the manifest is sound.</summary>
    public static Fault? FirstFault(Manifest manifest) => FirstFault(manifest, FeatureSets.Known);

    /// <inheritdoc cref="FirstFault(Manifest)"/>
    public static Fault? FirstFault(Manifest manifest, FeatureSets sets) =>
        SchemaFault(manifest) ?? NamesFault(manifest) ?? TaskFault(manifest.Task) ?? DecisionFault(manifest.Decision, manifest.Task.Kind)
        ?? InputRules.FirstFault(manifest.Input)
        ?? PreprocessingRules.FirstFault(manifest.Preprocessing, manifest.Input, sets)
        ?? FileRules.FirstFault(manifest)
        ?? EvidenceRules.FirstFault(manifest);

    private static Fault? SchemaFault(Manifest manifest)
    {
        if (manifest.Schema != Manifest.CurrentSchema)
            return new("$.schema", Invariant($"{manifest.Schema}; this program reads {Manifest.CurrentSchema}"));
        if (!ManifestPattern.Version.IsMatch(manifest.Version))
            return new("$.version", $"'{manifest.Version}' is not major.minor.patch");
        if (!ManifestPattern.Version.IsMatch(manifest.MinimumRuntime))
            return new("$.minimum_runtime", $"'{manifest.MinimumRuntime}' is not major.minor.patch");
        return Version.Parse(manifest.MinimumRuntime) > RuntimeVersion.Current
            ? new("$.minimum_runtime", $"needs version {manifest.MinimumRuntime}; this is {RuntimeVersion.Current}")
            : null;
    }

    private static Fault? NamesFault(Manifest manifest)
    {
        if (!IsSlug(manifest.Task.Name))
            return new("$.task.name", NotSlug(manifest.Task.Name));
        if (!IsSlug(manifest.Family.Name))
            return new("$.family", NotSlug(manifest.Family.Name));
        if (!manifest.Format.IsInBundles)
            return new("$.format", Unknown(manifest.Format, ModelFormat.Known.Where(format => format.IsInBundles)));
        if (!manifest.Engine.IsKnown)
            return new("$.engine", Unknown(manifest.Engine, ModelEngine.Known));
        var shortest = $"{manifest.Task.Name}-{manifest.Family}";
        return manifest.Name == shortest || manifest.Name == $"{shortest}-{manifest.Format}"
            ? null
            : new("$.name", $"'{manifest.Name}' is neither {shortest} nor {shortest}-{manifest.Format}");
    }

    private static Fault? TaskFault(ManifestTask task)
    {
        var (least, most) = task.Kind switch
        {
            TaskKind.Classification => (2, ManifestLimits.Labels),
            TaskKind.Regression => (0, 0),
            _ => (AnomalyLabel.Names.Count, AnomalyLabel.Names.Count),
        };
        if (!Enum.IsDefined(task.Kind))
            return new("$.task.kind", Invariant($"{(int)task.Kind} is unknown"));
        if (task.Labels.Count < least || task.Labels.Count > most)
            return new("$.task.labels", Invariant($"{task.Labels.Count} labels, not {least} to {most}"));
        if (task.Kind == TaskKind.Anomaly && !task.Labels.SequenceEqual(AnomalyLabel.Names))
            return new("$.task.labels", $"[{string.Join(", ", task.Labels)}] are not [{string.Join(", ", AnomalyLabel.Names)}]");
        if (task.Labels.Any(string.IsNullOrWhiteSpace))
            return new("$.task.labels", "a label is empty");
        return task.Labels.GroupBy(label => label).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new("$.task.labels", $"'{twice.Key}' stands {twice.Count()} times")
            : null;
    }

    private static Fault? DecisionFault(DecisionRule rule, TaskKind kind)
    {
        // An anomaly score, a float, has a scale of its own; a probability ends at 1.
        var (highest, widest) = kind == TaskKind.Anomaly ? (float.MaxValue, rule.Threshold) : (1.0, 1.0);
        if (!(rule.Threshold >= 0 && rule.Threshold <= highest))
            return new("$.decision.threshold", Invariant($"{rule.Threshold} is outside 0 to {highest}"));
        if (!(rule.Hysteresis >= 0 && rule.Hysteresis <= widest))
            return new("$.decision.hysteresis", Invariant($"{rule.Hysteresis} is outside 0 to {widest}"));
        // No score is below 0, and so the alarm would never close.
        if (kind == TaskKind.Anomaly && rule.Threshold > 0 && rule.Hysteresis == rule.Threshold)
            return new("$.decision.hysteresis", Invariant($"{rule.Hysteresis} is not below the threshold"));
        if (rule.N is < 1 or > ManifestLimits.DecisionWindows)
            return new("$.decision.n", Invariant($"{rule.N} is outside 1 to {ManifestLimits.DecisionWindows}"));
        return rule.K < 1 || rule.K > rule.N
            ? new("$.decision.k", Invariant($"{rule.K} is outside 1 to n = {rule.N}"))
            : null;
    }

    private static string Unknown(object word, IEnumerable<object> known) =>
        $"'{word}' is none of {string.Join(", ", known)}; a newer version may know it";

    private static bool IsSlug(string name) => name.Length <= ManifestLimits.NameLength && ManifestPattern.Slug.IsMatch(name);

    private static string NotSlug(string name) => $"'{name}' is not lower-case letters, digits and single hyphens";
}
