using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Tables;

/// <summary>
/// Blocks of time that stand in for groups. The first window's length of each block but the first is left out, so that no two
/// windows of neighbouring blocks adjoin.
/// </summary>
internal static class TimeBlocks
{
    /// <exception cref="InvalidInputException">A block is too short for a window.</exception>
    public static IReadOnlyList<GroupRun> Of(Dataset dataset, SampleTable table, string path)
    {
        var window = dataset.Window!.Seconds;
        var count = dataset.Blocks!.Value;
        var blocks = EqualBlocks.Of(count, table.Count).Select(block => AfterGuard(block, dataset, table)).ToList();
        var needed = (int)Math.Round(window * dataset.RateHz);
        if (blocks.Count < count || blocks.Exists(block => Seconds(block, dataset, table) * dataset.RateHz < needed - 1))
        {
            throw new InvalidInputException(
                path,
                Invariant($"{count} blocks of {table.Count} rows hold no window of {window} s beside the one that is left out between ")
                + "blocks: give fewer blocks, or a shorter window");
        }

        return blocks;
    }

    /// <summary>Rows in no block.</summary>
    public static int LeftOut(IReadOnlyList<GroupRun> blocks, int rows) => rows - blocks.Sum(block => block.Count);

    private static GroupRun AfterGuard(GroupRun block, Dataset dataset, SampleTable table)
    {
        if (block.First == 0)
            return block;
        var (first, end) = (block.First, block.First + block.Count);
        var row = first + 1;
        // Where the clock was set back, what comes before is far enough away.
        while (row < end && Time(row) >= Time(row - 1) && Time(row) - Time(first) < dataset.Window!.Seconds * 1e9)
            row++;
        return block with { First = row, Count = end - row };

        long Time(int at) => TimeOf(dataset, table, at);
    }

    private static double Seconds(GroupRun block, Dataset dataset, SampleTable table)
    {
        var forward = 0L;
        for (var row = block.First + 1; row < block.First + block.Count; row++)
            forward += Math.Max(0, TimeOf(dataset, table, row) - TimeOf(dataset, table, row - 1));
        return forward / 1e9;
    }

    private static long TimeOf(Dataset dataset, SampleTable table, int row) =>
        table.Times is { } times ? times[row] : UniformGrid.OffsetNanoseconds(row, dataset.RateHz);
}
