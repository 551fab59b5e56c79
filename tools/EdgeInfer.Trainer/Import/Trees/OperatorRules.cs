using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>What every version of the tree operators must satisfy.</summary>
internal static class OperatorRules
{
    public const string None = "NONE";
    public const string Logistic = "LOGISTIC";
    public const string Softmax = "SOFTMAX";

    private static readonly string[] Transforms = [None, Logistic, Softmax];
    private static readonly string[] Aggregates = ["SUM", "AVERAGE"];

    public static bool IsAverage(NodeAttributes attributes, string aggregate) => Aggregates.Contains(aggregate)
        ? aggregate == "AVERAGE"
        : throw attributes.Error($"aggregate_function '{aggregate}'; {string.Join(" and ", Aggregates)} are imported");

    public static string Transform(NodeAttributes attributes, string transform) => Transforms.Contains(transform)
        ? transform
        : throw attributes.Error($"post_transform '{transform}'; {string.Join(", ", Transforms)} are imported");

    public static int Targets(NodeAttributes attributes, long targets) => targets is >= 1 and <= EnsembleLimits.Outputs
        ? (int)targets
        : throw attributes.Error($"{targets} targets, 1 to {EnsembleLimits.Outputs} are imported");

    public static void SameLength(NodeAttributes attributes, int expected, params ReadOnlySpan<(string Name, int Length)> others)
    {
        foreach (var (name, length) in others)
        {
            if (length != expected)
                throw attributes.Error($"attribute '{name}' has {length} values, not {expected}");
        }
    }

    /// <summary>Hands each leaf its votes.</summary>
    public static void Vote(NodeAttributes attributes, SourceNode leaf, long target, double weight, int targets)
    {
        if (target < 0 || target >= targets)
            throw attributes.Error($"{leaf.Place}: votes for target {target}, outside 0 to {targets - 1}");
        if (!double.IsFinite(weight))
            throw attributes.Error(FormattableString.Invariant($"{leaf.Place}: weight {weight} is not finite"));
        if (leaf.Votes.Any(vote => vote.Target == target))
            throw attributes.Error($"{leaf.Place}: votes twice for target {target}");
        leaf.Votes.Add(((int)target, weight));
    }
}
