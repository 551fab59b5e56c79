using System.Numerics;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>
/// Training rows of the leaves, in the order of the walk: a tree's width plus 1 (0: not counted), then its counts in it.
/// </summary>
internal static class LeafRowsSection
{
    private const int WidthBits = 6;

    private const int MaximumWidth = 31;

    public static byte[] Write(IReadOnlyList<DecisionTree> trees)
    {
        var bits = new BitWriter();
        foreach (var tree in trees)
        {
            if (tree.LeafRows is not { } rows)
            {
                bits.Write(0, WidthBits);
                continue;
            }

            var width = 32 - BitOperations.LeadingZeroCount((uint)rows.Max());
            bits.Write((ulong)width + 1, WidthBits);
            foreach (var leaf in PreorderWalk.LeavesOf(tree))
                bits.Write((ulong)rows[leaf], width);
        }

        return bits.ToArray();
    }

    /// <summary>Replaces trees by such with rows.</summary>
    /// <exception cref="Core.Errors.InvalidInputException">Names the tree where there is one.</exception>
    public static void Fill(DecisionTree[] trees, ReadOnlySpan<byte> section, string fileName)
    {
        var bits = new BitReader(section, new(fileName, SectionId.LeafRows));
        for (var index = 0; index < trees.Length; index++)
        {
            bits.Tree = index;
            var width = (int)bits.Read(WidthBits) - 1;
            if (width < 0)
                continue;
            if (width > MaximumWidth)
                throw bits.Fault(FormattableString.Invariant($"counts of {width} bits, more than {MaximumWidth}"));
            var rows = new int[trees[index].Leaves.Length];
            foreach (ref var count in rows.AsSpan())
                count = (int)bits.Read(width);
            trees[index] = trees[index] with { LeafRows = rows };
        }

        bits.End();
    }
}
