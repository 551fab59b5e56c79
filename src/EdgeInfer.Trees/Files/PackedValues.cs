using static EdgeInfer.Trees.Files.PackedLeavesPrefix;

namespace EdgeInfer.Trees.Files;

/// <summary>Reads doubles, as bits, that are stored as the rank of sign and exponent, and a shortened mantissa.</summary>
internal readonly record struct PackedValues(ulong[] Heads, int DroppedBits)
{
    public ulong Read(ref BitReader bits)
    {
        var head = Heads[bits.ReadIndex(Heads.Length, "sign and exponent")];
        return (head << MantissaBits) | (bits.Read(MantissaBits - DroppedBits) << DroppedBits);
    }
}
