using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.CompactTreeLayout;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>Counts, an entry a tree, then the nodes of all trees at 16 bytes each.</summary>
internal static class TreesSection
{
    /// <summary>The trees without their leaves' values, which fill <see cref="DecisionTree.Leaves"/> later.</summary>
    public static DecisionTree[] Read(ReadOnlySpan<byte> section, string fileName)
    {
        if (section.Length < TreesPrefixLength)
            throw Fault(Invariant($"{section.Length} bytes, fewer than its counts take"));
        var treeCount = BinaryPrimitives.ReadUInt32LittleEndian(section);
        var nodeCount = BinaryPrimitives.ReadUInt32LittleEndian(section[4..]);
        if (treeCount is < 1 or > EnsembleLimits.Trees)
            throw Fault(Invariant($"{treeCount} trees, not 1 to {EnsembleLimits.Trees}"));
        if (nodeCount > EnsembleLimits.Nodes)
            throw Fault(Invariant($"{nodeCount} nodes, more than {EnsembleLimits.Nodes}"));
        var expected = TreesPrefixLength + (treeCount * TreeEntryLength) + (nodeCount * NodeLength);
        if (section.Length != expected)
            throw Fault(Invariant($"{section.Length} bytes, but {treeCount} trees and {nodeCount} nodes take {expected}"));

        var trees = new DecisionTree[treeCount];
        var entry = section[TreesPrefixLength..];
        var nodes = entry[((int)treeCount * TreeEntryLength)..];
        for (var index = 0; index < trees.Length; index++, entry = entry[TreeEntryLength..])
        {
            var own = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
            if (own > nodes.Length / NodeLength)
                throw Fault(Invariant($"tree {index}: {own} nodes, but {nodes.Length / NodeLength} are left"));
            var length = (int)own * NodeLength;
            trees[index] = ReadTree(BinaryPrimitives.ReadInt32LittleEndian(entry), nodes[..length]);
            nodes = nodes[length..];
        }

        return nodes.IsEmpty ? trees : throw Fault(Invariant($"{nodes.Length / NodeLength} nodes belong to no tree"));

        InvalidInputException Fault(string reason) => new(fileName, $"section trees: {reason}");
    }

    private static DecisionTree ReadTree(int output, ReadOnlySpan<byte> nodes)
    {
        var count = nodes.Length / NodeLength;
        var tree = new DecisionTree(
            output, new int[count], new float[count], new int[count], new int[count], new double[count + 1]);
        for (var i = 0; i < count; i++, nodes = nodes[NodeLength..])
        {
            tree.Feature[i] = BinaryPrimitives.ReadInt32LittleEndian(nodes);
            tree.Threshold[i] = BinaryPrimitives.ReadSingleLittleEndian(nodes[4..]);
            tree.Left[i] = BinaryPrimitives.ReadInt32LittleEndian(nodes[8..]);
            tree.Right[i] = BinaryPrimitives.ReadInt32LittleEndian(nodes[12..]);
        }

        return tree;
    }
}
