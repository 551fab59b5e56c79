using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>Two trees a vector, by VPSHUFB (AVX2), which shuffles inside lanes of 16 bytes.</summary>
internal readonly struct AvxLanes : IHeadLanes<AvxLanes>
{
    private readonly Vector256<byte> _ranks0;
    private readonly Vector256<byte> _ranks1;
    private readonly Vector256<byte> _ranks2;
    private readonly Vector256<byte> _ranks3;

    private AvxLanes(ref byte ranks)
    {
        var bias = Vector128.Create(Bias);
        _ranks0 = Vector256.Create(Vector128.LoadUnsafe(ref ranks) ^ bias);
        _ranks1 = Vector256.Create(Vector128.LoadUnsafe(ref ranks, 16) ^ bias);
        _ranks2 = Vector256.Create(Vector128.LoadUnsafe(ref ranks, 32) ^ bias);
        _ranks3 = Vector256.Create(Vector128.LoadUnsafe(ref ranks, 48) ^ bias);
    }

    public static bool IsSupported => Avx2.IsSupported;

    public static int Trees => 2;

    public static int MaximumSegments => 64;

    public static byte Bias => 0x80;

    public static byte Exit => 0x80;

    public static int IndexRows => 4;

    public static AvxLanes Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte codes)
    {
        var rank = Avx2.Shuffle(_ranks0, Vector256.LoadUnsafe(ref block))
            | Avx2.Shuffle(_ranks1, Vector256.LoadUnsafe(ref block, 32))
            | Avx2.Shuffle(_ranks2, Vector256.LoadUnsafe(ref block, 64))
            | Avx2.Shuffle(_ranks3, Vector256.LoadUnsafe(ref block, 96));
        var right = Vector256.GreaterThan(rank.AsSByte(), Vector256.LoadUnsafe(ref block, 128).AsSByte()).AsByte();
        var next = Vector256.ConditionalSelect(right, Vector256.LoadUnsafe(ref block, 192), Vector256.LoadUnsafe(ref block, 160));
        next = Vector256.Max(next, Avx2.Shuffle(next, next));
        next = Vector256.Max(next, Avx2.Shuffle(next, next));
        Vector256.Max(next, Avx2.Shuffle(next, next)).StoreUnsafe(ref codes);
    }
}
