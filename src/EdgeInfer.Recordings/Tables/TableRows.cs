using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Rows as they were read, before they are in order.</summary>
/// <param name="Values">Row by row, one value a channel.</param>
/// <param name="Lines">Line of each row.</param>
/// <param name="Times">Time of each row, ns; null without a clock.</param>
/// <param name="Clock">What gave the times.</param>
/// <param name="Labels">Label of each row, or null.</param>
/// <param name="Targets">Numeric truth of each row, or null.</param>
/// <param name="Runs">Neighbouring rows of a group; null where the file has one group.</param>
/// <param name="IsWhole">False where problems were found, so that columns may differ in length.</param>
internal sealed record TableRows(
    float[] Values,
    int[] Lines,
    long[]? Times,
    Clock? Clock,
    int[]? Labels,
    double[]? Targets,
    IReadOnlyList<GroupRun>? Runs,
    bool IsWhole)
{
    public int Count => Lines.Length;

    /// <summary>Puts the rows from <paramref name="first"/> into another order: row i becomes the one that was at order[i].</summary>
    public void Reorder(int first, int[] order)
    {
        Reorder(Values, Values.Length / Count, first, order);
        Reorder(Lines, 1, first, order);
        if (Times is not null)
            Reorder(Times, 1, first, order);
        if (Labels is not null)
            Reorder(Labels, 1, first, order);
        if (Targets is not null)
            Reorder(Targets, 1, first, order);
    }

    private static void Reorder<T>(T[] all, int width, int first, int[] order)
    {
        var before = all[(first * width)..((first + order.Length) * width)];
        for (var row = 0; row < order.Length; row++)
            before.AsSpan(order[row] * width, width).CopyTo(all.AsSpan((first + row) * width, width));
    }
}
