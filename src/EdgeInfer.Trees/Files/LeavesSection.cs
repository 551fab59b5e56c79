using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.CompactTreeLayout;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>Values of all leaves in double, in the order of the trees.</summary>
internal static class LeavesSection
{
    public static void Fill(DecisionTree[] trees, ReadOnlySpan<byte> section, string fileName)
    {
        var count = trees.Sum(tree => tree.Leaves.Length);
        if (section.Length != count * LeafLength)
            throw new InvalidInputException(
                fileName, Invariant($"section leaves: {section.Length} bytes for {count} leaves of {LeafLength}"));
        foreach (var tree in trees)
        {
            for (var leaf = 0; leaf < tree.Leaves.Length; leaf++, section = section[LeafLength..])
                tree.Leaves[leaf] = BinaryPrimitives.ReadDoubleLittleEndian(section);
        }
    }
}
