using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Batches;

internal readonly struct Bytes128 : IByteVector<Bytes128>
{
    private readonly Vector128<byte> _bytes;

    private Bytes128(Vector128<byte> bytes) => _bytes = bytes;

    public static int Width => Vector128<byte>.Count;

    public static Bytes128 Of(byte value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes128 Load(ref byte at, nint offset) => new(Vector128.LoadUnsafe(ref at, (nuint)offset));

    /// <summary>By maximum and equality: most instruction sets compare no unsigned bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bytes128 Take(Bytes128 rank, Bytes128 place, Bytes128 left, Bytes128 right)
    {
        var atMost = Vector128.Equals(Vector128.Max(rank._bytes, place._bytes), place._bytes);
        return new(Vector128.ConditionalSelect(atMost, left._bytes, right._bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte at, nint offset) => _bytes.StoreUnsafe(ref at, (nuint)offset);
}
