using System.Buffers.Binary;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>Counts, thresholds, then as bits the features' table and the trees in preorder.</summary>
internal static class PackedTreesWriter
{
    public static byte[] Write(TreeEnsemble ensemble)
    {
        var table = DistinctThresholds.Of(ensemble.Trees);
        var slots = table.Features.Length;
        var prefix = new PackedTreesPrefix(
            ensemble.Trees.Count,
            ensemble.Trees.Sum(tree => tree.NodeCount),
            slots,
            table.Thresholds.Length,
            BitWidth.OfIndex(Enumerable.Range(0, slots).Select(table.CountOf).DefaultIfEmpty().Max()),
            BitWidth.OfIndex(ensemble.Trees.Max(tree => tree.NodeCount) + 1),
            MissingOf(ensemble));

        var bits = new BitWriter();
        for (var slot = 0; slot < slots; slot++)
        {
            bits.Write((ulong)table.Features[slot], BitWidth.OfIndex(ensemble.FeatureCount));
            bits.Write((ulong)table.CountOf(slot) - 1, prefix.ThresholdCountBits);
        }

        foreach (var tree in ensemble.Trees)
        {
            bits.Write((ulong)tree.Output, BitWidth.OfIndex(ensemble.OutputCount));
            bits.Write((ulong)tree.NodeCount, prefix.NodeCountBits);
            WriteNodes(bits, tree, table, prefix.Missing);
        }

        var thresholds = new byte[PackedTreesPrefix.Length + (table.Thresholds.Length * sizeof(float))];
        prefix.Write(thresholds);
        for (var i = 0; i < table.Thresholds.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(
                thresholds.AsSpan(PackedTreesPrefix.Length + (i * sizeof(float))), table.Thresholds[i]);
        return [.. thresholds, .. bits.ToArray()];
    }

    private static void WriteNodes(BitWriter bits, DecisionTree tree, DistinctThresholds table, MissingCode missing)
    {
        foreach (var at in PreorderWalk.Of(tree))
        {
            bits.Write(at < 0 ? 0u : 1u, 1);
            if (at < 0)
                continue;
            var slot = table.SlotOf(tree.Feature[at]);
            bits.Write((ulong)slot, BitWidth.OfIndex(table.Features.Length));
            bits.Write((ulong)table.RankOf(slot, tree.Threshold[at]), BitWidth.OfIndex(table.CountOf(slot)));
            if (missing == MissingCode.EachNode)
                bits.Write(tree.MissingLeft?[at] == true ? 1u : 0u, 1);
        }
    }

    private static MissingCode MissingOf(TreeEnsemble ensemble)
    {
        var nodes = ensemble.Trees.Sum(tree => tree.NodeCount);
        var left = ensemble.Trees.Sum(tree => tree.MissingLeft?.Count(isLeft => isLeft) ?? 0);
        return left == 0 ? MissingCode.AllRight : left == nodes ? MissingCode.AllLeft : MissingCode.EachNode;
    }
}
