using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Batches;

internal readonly struct Bytes256 : IByteVector<Bytes256>
{
    private readonly Vector256<byte> _bytes;

    private Bytes256(Vector256<byte> bytes) => _bytes = bytes;

    public static int Width => Vector256<byte>.Count;

    public static Bytes256 Of(byte value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes256 Load(ref byte at, nint offset) => new(Vector256.LoadUnsafe(ref at, (nuint)offset));

    /// <summary>By maximum and equality: most instruction sets compare no unsigned bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes256 Take(Bytes256 rank, Bytes256 place, Bytes256 left, Bytes256 right)
    {
        var atMost = Vector256.Equals(Vector256.Max(rank._bytes, place._bytes), place._bytes);
        return new(Vector256.ConditionalSelect(atMost, left._bytes, right._bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte at, nint offset) => _bytes.StoreUnsafe(ref at, (nuint)offset);
}
