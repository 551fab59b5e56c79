using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// By AVX-512 BW and VBMI. Nothing here asks whether they are there: a native executable asks for VBMI as it runs, and a
/// question at every permute cost the loop its registers.
/// </summary>
internal readonly struct VbmiPermutation : IBytePermutation
{
    public static bool IsSupported => Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of64(Vector512<byte> table, Vector512<byte> indices) => Avx512Vbmi.PermuteVar64x8(table, indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of128(Vector512<byte> low, Vector512<byte> high, Vector512<byte> indices) =>
        Avx512Vbmi.PermuteVar64x8x2(low, indices, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> InLanes(Vector512<byte> table, Vector512<byte> indices) => Avx512BW.Shuffle(table, indices);
}
