using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>256 ranks: two VPERMI2B a lookup, between which the top bit of the index chooses.</summary>
internal readonly struct FourRankRegisters : IRankRegisters<FourRankRegisters>
{
    private readonly TwoRankRegisters _low;
    private readonly TwoRankRegisters _high;

    private FourRankRegisters(ref byte ranks) =>
        (_low, _high) = (TwoRankRegisters.Load(ref ranks), TwoRankRegisters.Load(ref Unsafe.Add(ref ranks, TwoRankRegisters.Count)));

    public static int Count => 256;

    public static FourRankRegisters Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Lookup(Vector512<byte> indices) => Vector512.ConditionalSelect(
        Vector512.LessThan(indices.AsSByte(), Vector512<sbyte>.Zero).AsByte(), _high.Lookup(indices), _low.Lookup(indices));
}
