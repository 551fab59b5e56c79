using System.Buffers.Binary;
using System.Numerics;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.PackedLeavesPrefix;

namespace EdgeInfer.Trees.Files;

/// <summary>
/// Leaves in the order of the walk: in place, or where that is shorter as ranks in a table of the distinct values.
/// </summary>
internal static class PackedLeavesWriter
{
    public static byte[] Write(IReadOnlyList<DecisionTree> trees)
    {
        ulong[] leaves =
        [
            .. trees.SelectMany(tree => PreorderWalk.LeavesOf(tree).Select(leaf => BitConverter.DoubleToUInt64Bits(tree.Leaves[leaf]))),
        ];
        ulong[] values = [.. leaves.Distinct().Order()];
        ulong[] heads = [.. values.Select(value => value >> MantissaBits).Distinct()];
        var dropped = values.Min(value => Math.Min(MantissaBits, BitOperations.TrailingZeroCount(value)));
        var valueBits = BitWidth.OfIndex(heads.Length) + MantissaBits - dropped;
        var rankBits = BitWidth.OfIndex(values.Length);
        var asTable = ((long)values.Length * valueBits) + ((long)leaves.Length * rankBits) < (long)leaves.Length * valueBits;

        var bits = new BitWriter();
        foreach (var head in heads)
            bits.Write(head, HeadBits);
        foreach (var value in asTable ? values : leaves)
        {
            bits.Write((ulong)Array.BinarySearch(heads, value >> MantissaBits), BitWidth.OfIndex(heads.Length));
            bits.Write((value & ((1UL << MantissaBits) - 1)) >> dropped, MantissaBits - dropped);
        }

        foreach (var leaf in asTable ? leaves : [])
            bits.Write((ulong)Array.BinarySearch(values, leaf), rankBits);

        var prefix = new byte[Length];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, asTable ? values.Length : 0);
        BinaryPrimitives.WriteUInt16LittleEndian(prefix.AsSpan(HeadCountOffset), (ushort)heads.Length);
        prefix[DroppedBitsOffset] = (byte)dropped;
        return [.. prefix, .. bits.ToArray()];
    }
}
