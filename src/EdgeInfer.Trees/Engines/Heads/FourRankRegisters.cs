using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>256 ranks: two VPERMI2B a lookup, between which the top bit of the index chooses.</summary>
internal readonly struct FourRankRegisters<TPermutation> : IRankRegisters<FourRankRegisters<TPermutation>>
    where TPermutation : struct, IBytePermutation
{
    private readonly TwoRankRegisters<TPermutation> _low;
    private readonly TwoRankRegisters<TPermutation> _high;

    private FourRankRegisters(ref byte ranks) =>
        (_low, _high) = (
            TwoRankRegisters<TPermutation>.Load(ref ranks),
            TwoRankRegisters<TPermutation>.Load(ref Unsafe.Add(ref ranks, TwoRankRegisters<TPermutation>.Count)));

    public static int Count => 256;

    public static FourRankRegisters<TPermutation> Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Lookup(Vector512<byte> indices) => Vector512.ConditionalSelect(
        Vector512.LessThan(indices.AsSByte(), Vector512<sbyte>.Zero).AsByte(), _high.Lookup(indices), _low.Lookup(indices));
}
