using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>The permutations of 64 bytes that <see cref="ZmmLanes{TRanks, TPermutation}"/> is made of.</summary>
internal interface IBytePermutation
{
    static abstract bool IsSupported { get; }

    /// <summary>Byte i is the byte of <paramref name="table"/> that the low six bits of index i name.</summary>
    static abstract Vector512<byte> Of64(Vector512<byte> table, Vector512<byte> indices);

    /// <summary>Byte i is the byte of the 128 that the low seven bits of index i name.</summary>
    static abstract Vector512<byte> Of128(Vector512<byte> low, Vector512<byte> high, Vector512<byte> indices);

    /// <summary>In every lane of 16 bytes, byte i is the lane's byte that index i names, or 0 where its top bit is set.</summary>
    static abstract Vector512<byte> InLanes(Vector512<byte> table, Vector512<byte> indices);
}
