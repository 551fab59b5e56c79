using System.Globalization;
using EdgeInfer.Recordings.Idx;

namespace EdgeInfer.Recordings.Tables;

/// <summary>
/// Consecutive images of an IDX file, which names no groups: blocks by index stand in for them. They are no subjects:
/// an interval over them says how far accuracy varies from block to block, not from source to source.
/// </summary>
internal static class IdxBlocks
{
    /// <summary>Enough for an interval, and few enough to leave each out once.</summary>
    private const int Count = 20;

    /// <summary>For example <c>train-01</c> to <c>train-20</c>; the sizes differ by one image at most.</summary>
    public static IReadOnlyList<GroupRun> Of(string path, int images)
    {
        var blocks = Math.Min(Count, images);
        var name = IdxNames.Stem(path);
        return [.. Enumerable.Range(0, blocks).Select(block =>
        {
            var first = (int)((long)block * images / blocks);
            var end = (int)((block + 1L) * images / blocks);
            return new GroupRun(string.Create(CultureInfo.InvariantCulture, $"{name}-{block + 1:00}"), first, end - first);
        })];
    }
}
