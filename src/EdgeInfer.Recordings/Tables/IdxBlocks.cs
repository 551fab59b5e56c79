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

    /// <summary>For example <c>train-01</c> to <c>train-20</c>.</summary>
    public static IReadOnlyList<GroupRun> Of(string path, int images) =>
        [.. EqualBlocks.Of(Count, images).Select(block => block with { Group = $"{IdxNames.Stem(path)}-{block.Group}" })];
}
