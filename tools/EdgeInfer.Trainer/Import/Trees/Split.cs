using System.Diagnostics.CodeAnalysis;

namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>
/// A comparison of any mode as our engines make it: left if and only if x is at most a float, or NaN and <paramref name="MissingLeft"/>.
/// </summary>
/// <param name="Threshold">Never NaN.</param>
/// <param name="TrueIsLeft">Whether the branch taken when the comparison holds is the left one.</param>
/// <param name="MissingLeft">Whether NaN goes left.</param>
internal readonly record struct Split(float Threshold, bool TrueIsLeft, bool MissingLeft)
{
    /// <summary>
    /// Exact for every float feature. NaN makes each comparison false, so it takes the false branch unless the node
    /// tracks it as true.
    /// </summary>
    /// <param name="reason">Why there is no such split: an unknown or categorical mode, or a threshold that no float passes.</param>
    public static bool TryOf(SourceNode node, out Split split, [NotNullWhen(false)] out string? reason)
    {
        split = default;
        var (isStrict, trueIsLeft) = (node.Mode is "BRANCH_LT" or "BRANCH_GTE", node.Mode is "BRANCH_LEQ" or "BRANCH_LT");
        reason = node.Mode switch
        {
            "BRANCH_EQ" or "BRANCH_NEQ" or "BRANCH_MEMBER" => $"mode {node.Mode}: categorical splits are not imported",
            "BRANCH_LEQ" or "BRANCH_LT" or "BRANCH_GT" or "BRANCH_GTE" => null,
            _ => $"mode '{node.Mode}' is unknown",
        };
        if (reason is null && double.IsNaN(node.Threshold))
            reason = "threshold is NaN";
        if (reason is null && isStrict && double.IsNegativeInfinity(node.Threshold))
            reason = $"mode {node.Mode} at minus infinity holds for no value or for every one";
        if (reason is not null)
            return false;
        var threshold = isStrict ? LargestBelow(node.Threshold) : LargestUpTo(node.Threshold);
        split = new Split(threshold, trueIsLeft, MissingLeft: node.MissingTracksTrue == trueIsLeft);
        return true;
    }

    private static float LargestUpTo(double threshold)
    {
        var nearest = (float)threshold;
        return nearest > threshold ? MathF.BitDecrement(nearest) : nearest;
    }

    private static float LargestBelow(double threshold)
    {
        var nearest = (float)threshold;
        return nearest >= threshold ? MathF.BitDecrement(nearest) : nearest;
    }
}
