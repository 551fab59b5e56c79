using System.Runtime.Intrinsics;
using EdgeInfer.Trees.Engines.Heads;

namespace EdgeInfer.Trees.Tests.Engines;

/// <summary>What the instructions do, byte by byte: so that the kernel built on them is tested on every machine.</summary>
internal readonly struct SoftwarePermutation : IBytePermutation
{
    public static bool IsSupported => true;

    public static Vector512<byte> Of64(Vector512<byte> table, Vector512<byte> indices) => Of(i => table[indices[i] & 63]);

    public static Vector512<byte> Of128(Vector512<byte> low, Vector512<byte> high, Vector512<byte> indices) =>
        Of(i => (indices[i] & 64) == 0 ? low[indices[i] & 63] : high[indices[i] & 63]);

    public static Vector512<byte> InLanes(Vector512<byte> table, Vector512<byte> indices) =>
        Of(i => indices[i] >= 0x80 ? (byte)0 : table[(i & ~15) + (indices[i] & 15)]);

    private static Vector512<byte> Of(Func<int, byte> at)
    {
        var bytes = Vector512<byte>.Zero;
        for (var i = 0; i < Vector512<byte>.Count; i++)
            bytes = bytes.WithElement(i, at(i));
        return bytes;
    }
}
