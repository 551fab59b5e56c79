using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Tasks;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Golden;

/// <summary>What golden cases must satisfy beyond their JSON, against their manifest.</summary>
internal static class GoldenRules
{
    public static Fault? FirstFault(GoldenSet golden, Manifest manifest)
    {
        var window = manifest.Input.ToShape().ValueCount;
        var outputs = manifest.Task.Kind == TaskKind.Classification ? manifest.Task.Labels.Count : 1;
        if (!(golden.Tolerance is >= 0 and <= 1))
            return new("$.tolerance", Invariant($"{golden.Tolerance} is outside 0 to 1"));
        if (golden.Cases.Count is < 1 or > GoldenLimits.Cases)
            return new("$.cases", Invariant($"{golden.Cases.Count} cases, not 1 to {GoldenLimits.Cases}"));
        for (var index = 0; index < golden.Cases.Count; index++)
        {
            var (at, one) = (Invariant($"$.cases[{index}]"), golden.Cases[index]);
            var fault = ValuesFault(at + ".window", one.Window, window) ?? ValuesFault(at + ".output", one.Output, outputs);
            if (fault is not null)
                return fault;
        }

        return null;
    }

    private static Fault? ValuesFault(string path, float[] values, int expected)
    {
        if (values.Length != expected)
            return new(path, Invariant($"{values.Length} values, not {expected}"));
        var at = Array.FindIndex(values, value => !float.IsFinite(value));
        return at < 0 ? null : new(Invariant($"{path}[{at}]"), Invariant($"{values[at]} is not finite"));
    }
}
