using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>One tree a vector, by PSHUFB (SSSE3).</summary>
internal readonly struct SseLanes : IHeadLanes<SseLanes>
{
    private readonly Vector128<byte> _ranks0;
    private readonly Vector128<byte> _ranks1;
    private readonly Vector128<byte> _ranks2;
    private readonly Vector128<byte> _ranks3;

    private SseLanes(ref byte ranks)
    {
        var bias = Vector128.Create(Bias);
        _ranks0 = Vector128.LoadUnsafe(ref ranks) ^ bias;
        _ranks1 = Vector128.LoadUnsafe(ref ranks, 16) ^ bias;
        _ranks2 = Vector128.LoadUnsafe(ref ranks, 32) ^ bias;
        _ranks3 = Vector128.LoadUnsafe(ref ranks, 48) ^ bias;
    }

    public static bool IsSupported => Ssse3.IsSupported;

    public static int Trees => 1;

    public static int MaximumSegments => 64;

    public static byte Bias => 0x80;

    public static byte Exit => 0x80;

    public static int IndexRows => 4;

    public static SseLanes Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte codes)
    {
        var rank = Ssse3.Shuffle(_ranks0, Vector128.LoadUnsafe(ref block))
            | Ssse3.Shuffle(_ranks1, Vector128.LoadUnsafe(ref block, 16))
            | Ssse3.Shuffle(_ranks2, Vector128.LoadUnsafe(ref block, 32))
            | Ssse3.Shuffle(_ranks3, Vector128.LoadUnsafe(ref block, 48));
        var right = Vector128.GreaterThan(rank.AsSByte(), Vector128.LoadUnsafe(ref block, 64).AsSByte()).AsByte();
        var next = Vector128.ConditionalSelect(right, Vector128.LoadUnsafe(ref block, 96), Vector128.LoadUnsafe(ref block, 80));
        next = Vector128.Max(next, Ssse3.Shuffle(next, next));
        next = Vector128.Max(next, Ssse3.Shuffle(next, next));
        Vector128.Max(next, Ssse3.Shuffle(next, next)).StoreUnsafe(ref codes);
    }
}
