namespace EdgeInfer.Comparison.Deletion;

/// <summary>Indices of segments in the order in which they are removed.</summary>
internal static class RemovalOrder
{
    /// <summary>What supports the answer most goes first; equal ones in the order of the segments.</summary>
    public static int[] By(IReadOnlyList<double> attributions) =>
        [.. Enumerable.Range(0, attributions.Count).OrderByDescending(segment => attributions[segment])];

    public static int[] Drawn(Random random, int segments)
    {
        int[] order = [.. Enumerable.Range(0, segments)];
        random.Shuffle(order);
        return order;
    }
}
