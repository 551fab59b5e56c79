using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>Four trees a vector of 64 bytes, by byte permutes (AVX-512 BW and VBMI).</summary>
internal readonly struct ZmmLanes<TRanks, TPermutation> : IHeadLanes<ZmmLanes<TRanks, TPermutation>>
    where TRanks : struct, IRankRegisters<TRanks>
    where TPermutation : struct, IBytePermutation
{
    private readonly TRanks _ranks;

    private ZmmLanes(TRanks ranks) => _ranks = ranks;

    public static bool IsSupported => TPermutation.IsSupported;

    public static int Trees => 4;

    public static int MaximumSegments => TRanks.Count;

    public static byte Bias => 0;

    public static byte Exit => 0x80;

    public static int IndexRows => 1;

    public static ZmmLanes<TRanks, TPermutation> Load(ref byte ranks) => new(TRanks.Load(ref ranks));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte codes)
    {
        var rank = _ranks.Lookup(Vector512.LoadUnsafe(ref block));
        var right = Vector512.GreaterThan(rank, Vector512.LoadUnsafe(ref block, 64));
        var next = Vector512.ConditionalSelect(right, Vector512.LoadUnsafe(ref block, 192), Vector512.LoadUnsafe(ref block, 128));
        next = Vector512.Max(next, TPermutation.InLanes(next, next));
        next = Vector512.Max(next, TPermutation.InLanes(next, next));
        Vector512.Max(next, TPermutation.InLanes(next, next)).StoreUnsafe(ref codes);
    }
}
