using System.Globalization;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Cuts what is in one order into runs of equal length, which stand in for groups that nothing names.</summary>
internal static class EqualBlocks
{
    /// <summary>Named <c>01</c>, <c>02</c> and so on; their lengths differ by one at most. Fewer where there are fewer items.</summary>
    public static IReadOnlyList<GroupRun> Of(int blocks, int items)
    {
        var count = Math.Min(blocks, items);
        return [.. Enumerable.Range(0, count).Select(block =>
        {
            var first = (int)((long)block * items / count);
            var end = (int)((block + 1L) * items / count);
            return new GroupRun((block + 1).ToString("00", CultureInfo.InvariantCulture), first, end - first);
        })];
    }
}
