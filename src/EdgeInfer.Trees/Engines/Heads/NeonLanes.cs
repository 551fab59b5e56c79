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
        var bias = Vector128.Create((byte)0x80);
        _ranks0 = Vector128.LoadUnsafe(ref ranks) ^ bias;
        _ranks1 = Vector128.LoadUnsafe(ref ranks, 16) ^ bias;
        _ranks2 = Vector128.LoadUnsafe(ref ranks, 32) ^ bias;
        _ranks3 = Vector128.LoadUnsafe(ref ranks, 48) ^ bias;
    }

    public static bool IsSupported => AdvSimd.Arm64.IsSupported;

    public static int Trees => 1;

    public static int MaximumSegments => 64;

    public static int IndexVectors => 1;

    public static NeonLanes Load(ref byte ranks) => new(ref ranks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sweep(ref byte block, ref byte exits)
    {
        var rank = AdvSimd.Arm64.VectorTableLookup((_ranks0, _ranks1, _ranks2, _ranks3), Vector128.LoadUnsafe(ref block));
        var right = Vector128.GreaterThan(rank.AsSByte(), Vector128.LoadUnsafe(ref block, 16).AsSByte()).AsByte();
        var next = Vector128.ConditionalSelect(right, Vector128.LoadUnsafe(ref block, 48), Vector128.LoadUnsafe(ref block, 32));
        next = Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next));
        next = Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next));
        Vector128.Max(next, AdvSimd.Arm64.VectorTableLookup(next, next)).StoreUnsafe(ref exits);
    }
}
