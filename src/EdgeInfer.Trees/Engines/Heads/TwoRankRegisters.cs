using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>128 ranks: one VPERMI2B a lookup.</summary>
internal readonly struct TwoRankRegisters<TPermutation> : IRankRegisters<TwoRankRegisters<TPermutation>>
    where TPermutation : struct, IBytePermutation
{
    private readonly Vector512<byte> _low;
    private readonly Vector512<byte> _high;

    private TwoRankRegisters(ref byte ranks) =>
        (_low, _high) = (Vector512.LoadUnsafe(ref ranks), Vector512.LoadUnsafe(ref ranks, 64));

    public static int Count => 128;

    public static TwoRankRegisters<TPermutation> Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Lookup(Vector512<byte> indices) => TPermutation.Of128(_low, _high, indices);
}
