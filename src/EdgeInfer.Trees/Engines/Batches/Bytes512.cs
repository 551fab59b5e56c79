using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Batches;

internal readonly struct Bytes512 : IByteVector<Bytes512>
{
    private readonly Vector512<byte> _bytes;

    private Bytes512(Vector512<byte> bytes) => _bytes = bytes;

    public static int Width => Vector512<byte>.Count;

    public static Bytes512 Of(byte value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes512 Load(ref byte at, nint offset) => new(Vector512.LoadUnsafe(ref at, (nuint)offset));

    /// <summary>By maximum and equality: most instruction sets compare no unsigned bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes512 Take(Bytes512 rank, Bytes512 place, Bytes512 left, Bytes512 right)
    {
        var atMost = Vector512.Equals(Vector512.Max(rank._bytes, place._bytes), place._bytes);
        return new(Vector512.ConditionalSelect(atMost, left._bytes, right._bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte at, nint offset) => _bytes.StoreUnsafe(ref at, (nuint)offset);
}
