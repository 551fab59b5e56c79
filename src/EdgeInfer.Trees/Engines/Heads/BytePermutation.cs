using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// The byte permutations of AVX-512 VBMI, and in software where the processor has none: so that the tests of what is
/// built on them run on every machine.
/// </summary>
internal static class BytePermutation
{
    /// <summary>Byte i is the byte of <paramref name="table"/> that the low six bits of index i name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of64(Vector512<byte> table, Vector512<byte> indices) =>
        Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8(table, indices) : InSoftware(table, table, indices, 64);

    /// <summary>Byte i is the byte of the 128 that the low seven bits of index i name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of128(Vector512<byte> low, Vector512<byte> high, Vector512<byte> indices) =>
        Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8x2(low, indices, high) : InSoftware(low, high, indices, 128);

    /// <summary>In every lane of 16 bytes, byte i is the lane's byte that index i names, or 0 where its top bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> InLanes(Vector512<byte> table, Vector512<byte> indices) =>
        Avx512BW.IsSupported ? Avx512BW.Shuffle(table, indices) : InLanesInSoftware(table, indices);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<byte> InSoftware(Vector512<byte> low, Vector512<byte> high, Vector512<byte> indices, int bytes)
    {
        var permuted = Vector512<byte>.Zero;
        for (var i = 0; i < Vector512<byte>.Count; i++)
        {
            var index = indices[i] % bytes;
            permuted = permuted.WithElement(i, index < Vector512<byte>.Count ? low[index] : high[index - Vector512<byte>.Count]);
        }

        return permuted;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<byte> InLanesInSoftware(Vector512<byte> table, Vector512<byte> indices)
    {
        var lanes = Vector512<byte>.Zero;
        for (var i = 0; i < Vector512<byte>.Count; i++)
            lanes = lanes.WithElement(i, indices[i] >= 0x80 ? (byte)0 : table[(i & ~15) + (indices[i] & 15)]);
        return lanes;
    }
}
