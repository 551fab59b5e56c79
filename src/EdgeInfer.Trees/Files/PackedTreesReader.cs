using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>What <see cref="PackedTreesWriter"/> wrote.</summary>
internal static class PackedTreesReader
{
    /// <summary>The trees without their leaves' values, which fill <see cref="DecisionTree.Leaves"/> later.</summary>
    /// <exception cref="InvalidInputException">Names tree and node where there is one.</exception>
    public static DecisionTree[] Read(ReadOnlySpan<byte> section, CompactTreeHeader header, string fileName)
    {
        var place = new SectionPlace(fileName, SectionId.PackedTrees);
        var prefix = PackedTreesPrefix.Read(section, place);
        var thresholds = section.Slice(PackedTreesPrefix.Length, prefix.Thresholds * sizeof(float));
        var bits = new BitReader(section[(PackedTreesPrefix.Length + thresholds.Length)..], place);
        var table = ReadTable(ref bits, thresholds, prefix, header.FeatureCount);

        var nodes = new PackedNodes(table, prefix.Missing);
        var trees = new DecisionTree[prefix.Trees];
        var left = prefix.Nodes;
        for (var index = 0; index < trees.Length; index++)
        {
            bits.Tree = index;
            var output = bits.ReadIndex(header.OutputCount, "output");
            var own = (int)bits.Read(prefix.NodeCountBits);
            if (own > left)
                throw bits.Fault(Invariant($"{own} nodes, but {left} are left"));
            left -= own;
            trees[index] = nodes.ReadTree(ref bits, output, own);
        }

        bits.End();
        return left == 0 ? trees : throw place.Fault(Invariant($"{left} nodes belong to no tree"));
    }

    private static DistinctThresholds ReadTable(
        ref BitReader bits, ReadOnlySpan<byte> thresholds, PackedTreesPrefix prefix, int featureCount)
    {
        var table = new DistinctThresholds(
            new int[prefix.Features], new int[prefix.Features + 1], new float[prefix.Thresholds]);
        for (var slot = 0; slot < prefix.Features; slot++)
        {
            table.Features[slot] = bits.ReadIndex(featureCount, "feature");
            if (slot > 0 && table.Features[slot] <= table.Features[slot - 1])
                throw bits.Fault(Invariant($"feature {table.Features[slot]} after feature {table.Features[slot - 1]}"));
            var first = table.First[slot];
            var end = first + (int)bits.Read(prefix.ThresholdCountBits) + 1;
            if (end > prefix.Thresholds)
                throw bits.Fault(
                    Invariant($"feature {table.Features[slot]}: {end - first} thresholds, but {prefix.Thresholds - first} are left"));
            table.First[slot + 1] = end;
            for (var i = first; i < end; i++)
            {
                var threshold = BinaryPrimitives.ReadSingleLittleEndian(thresholds[(i * sizeof(float))..]);
                table.Thresholds[i] = threshold;
                if (float.IsNaN(threshold))
                    throw bits.Fault(Invariant($"feature {table.Features[slot]}: threshold {i - first} is NaN"));
                if (i > first && DistinctThresholds.KeyOf(threshold) <= DistinctThresholds.KeyOf(table.Thresholds[i - 1]))
                    throw bits.Fault(Invariant($"feature {table.Features[slot]}: threshold {threshold} after {table.Thresholds[i - 1]}"));
            }
        }

        return table.First[^1] == prefix.Thresholds
            ? table
            : throw bits.Fault(Invariant($"{prefix.Thresholds - table.First[^1]} thresholds belong to no feature"));
    }
}
