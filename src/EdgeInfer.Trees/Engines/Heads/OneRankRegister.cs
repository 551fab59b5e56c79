using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>64 ranks: one VPERMB a lookup.</summary>
internal readonly struct OneRankRegister<TPermutation> : IRankRegisters<OneRankRegister<TPermutation>>
    where TPermutation : struct, IBytePermutation
{
    private readonly Vector512<byte> _ranks;

    private OneRankRegister(Vector512<byte> ranks) => _ranks = ranks;

    public static int Count => 64;

    public static OneRankRegister<TPermutation> Load(ref byte ranks) => new(Vector512.LoadUnsafe(ref ranks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Lookup(Vector512<byte> indices) => TPermutation.Of64(_ranks, indices);
}
