using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.PackedLeavesPrefix;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>What <see cref="PackedLeavesWriter"/> wrote.</summary>
internal static class PackedLeavesReader
{
    /// <exception cref="InvalidInputException">Names the tree where there is one.</exception>
    public static void Fill(DecisionTree[] trees, ReadOnlySpan<byte> section, string fileName)
    {
        var place = new SectionPlace(fileName, SectionId.PackedLeaves);
        if (section.Length < Length)
            throw place.Fault(Invariant($"{section.Length} bytes, fewer than its counts take"));
        var tableLength = BinaryPrimitives.ReadUInt32LittleEndian(section);
        var leafCount = trees.Sum(tree => tree.Leaves.Length);
        if (tableLength > leafCount)
            throw place.Fault(Invariant($"{tableLength} distinct values for {leafCount} leaves"));
        var headCount = BinaryPrimitives.ReadUInt16LittleEndian(section[HeadCountOffset..]);
        if (headCount is < 1 or > 1 << HeadBits)
            throw place.Fault(Invariant($"{headCount} distinct signs and exponents, not 1 to {1 << HeadBits}"));
        if (section[DroppedBitsOffset] > MantissaBits)
            throw place.Fault(Invariant($"{section[DroppedBitsOffset]} bits dropped of a mantissa of {MantissaBits}"));
        if (section[ReservedOffset] != 0)
            throw place.Fault("reserved byte 7 must be 0");

        var bits = new BitReader(section[Length..], place);
        var values = new PackedValues(ReadHeads(ref bits, headCount), section[DroppedBitsOffset]);
        var table = ReadTable(ref bits, values, (int)tableLength);
        for (var index = 0; index < trees.Length; index++)
        {
            bits.Tree = index;
            foreach (ref var leaf in trees[index].Leaves.AsSpan())
                leaf = BitConverter.UInt64BitsToDouble(
                    table.Length == 0 ? values.Read(ref bits) : table[bits.ReadIndex(table.Length, "value")]);
        }

        bits.End();
    }

    private static ulong[] ReadHeads(ref BitReader bits, int count)
    {
        var heads = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            heads[i] = bits.Read(HeadBits);
            if (i > 0 && heads[i] <= heads[i - 1])
                throw bits.Fault(Invariant($"sign and exponent {heads[i]} after {heads[i - 1]}"));
        }

        return heads;
    }

    private static ulong[] ReadTable(ref BitReader bits, PackedValues values, int count)
    {
        var table = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            table[i] = values.Read(ref bits);
            if (i > 0 && table[i] <= table[i - 1])
                throw bits.Fault(Invariant($"distinct value {i} does not ascend"));
        }

        return table;
    }
}
