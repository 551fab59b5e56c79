using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>As <see cref="NeonLanes"/> with four times the ranks: TBX keeps what a lookup outside its 64 bytes leaves alone.</summary>
internal readonly struct WideNeonLanes : IHeadLanes<WideNeonLanes>
{
    private const int TableLength = 64;

    private readonly Vector128<byte> _a0, _a1, _a2, _a3;
    private readonly Vector128<byte> _b0, _b1, _b2, _b3;
    private readonly Vector128<byte> _c0, _c1, _c2, _c3;
    private readonly Vector128<byte> _d0, _d1, _d2, _d3;

    private WideNeonLanes(ref byte ranks)
    {
        (_a0, _a1, _a2, _a3) = Load(ref ranks, 0);
        (_b0, _b1, _b2, _b3) = Load(ref ranks, 1);
        (_c0, _c1, _c2, _c3) = Load(ref ranks, 2);
        (_d0, _d1, _d2, _d3) = Load(ref ranks, 3);
    }

    public static bool IsSupported => AdvSimd.Arm64.IsSupported;

    public static int Trees => 1;

    public static int MaximumSegments => 4 * TableLength;

    public static byte Bias => 0;

    public static byte Exit => 0x20;

    public static int IndexRows => 1;

    public static WideNeonLanes Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte codes)
    {
        var length = Vector128.Create((byte)TableLength);
        var index = Vector128.LoadUnsafe(ref block);
        var rank = AdvSimd.Arm64.VectorTableLookup((_a0, _a1, _a2, _a3), index);
        index -= length;
        rank = AdvSimd.Arm64.VectorTableLookupExtension(rank, (_b0, _b1, _b2, _b3), index);
        index -= length;
        rank = AdvSimd.Arm64.VectorTableLookupExtension(rank, (_c0, _c1, _c2, _c3), index);
        index -= length;
        rank = AdvSimd.Arm64.VectorTableLookupExtension(rank, (_d0, _d1, _d2, _d3), index);
        NeonLanes.Answer(rank, ref block, ref codes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<byte> First, Vector128<byte> Second, Vector128<byte> Third, Vector128<byte> Fourth) Load(
        ref byte ranks, int table)
    {
        ref var first = ref Unsafe.Add(ref ranks, table * TableLength);
        return (
            Vector128.LoadUnsafe(ref first),
            Vector128.LoadUnsafe(ref first, 16),
            Vector128.LoadUnsafe(ref first, 32),
            Vector128.LoadUnsafe(ref first, 48));
    }
}
