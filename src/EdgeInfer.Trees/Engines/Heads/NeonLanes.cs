using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>One tree a vector, by TBL over four registers (Advanced SIMD, every 64-bit Arm).</summary>
internal readonly struct NeonLanes : IHeadLanes<NeonLanes>
{
    private readonly Vector128<byte> _ranks0;
    private readonly Vector128<byte> _ranks1;
    private readonly Vector128<byte> _ranks2;
    private readonly Vector128<byte> _ranks3;

    private NeonLanes(ref byte ranks)
    {
        _ranks0 = Vector128.LoadUnsafe(ref ranks);
        _ranks1 = Vector128.LoadUnsafe(ref ranks, 16);
        _ranks2 = Vector128.LoadUnsafe(ref ranks, 32);
        _ranks3 = Vector128.LoadUnsafe(ref ranks, 48);
    }

    public static bool IsSupported => AdvSimd.Arm64.IsSupported;

    public static int Trees => 1;

    public static int MaximumSegments => 64;

    public static byte Bias => 0;

    public static byte Exit => 0x20;

    public static int IndexRows => 1;

    public static NeonLanes Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte codes) =>
        Answer(
            AdvSimd.Arm64.VectorTableLookup((_ranks0, _ranks1, _ranks2, _ranks3), Vector128.LoadUnsafe(ref block)), ref block, ref codes);

    /// <summary>From the nodes' ranks to the exits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Answer(Vector128<byte> rank, ref byte block, ref byte codes)
    {
        var right = Vector128.GreaterThan(rank, Vector128.LoadUnsafe(ref block, 16));
        var next = Vector128.ConditionalSelect(right, Vector128.LoadUnsafe(ref block, 48), Vector128.LoadUnsafe(ref block, 32));
        next = Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next));
        next = Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next));
        Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next)).StoreUnsafe(ref codes);
    }
}
