using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>Ranks held in registers of 64 bytes, looked up 64 at a time.</summary>
internal interface IRankRegisters<TSelf>
    where TSelf : struct, IRankRegisters<TSelf>
{
    /// <summary>Ranks held.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(ref byte ranks);

    Vector512<byte> Lookup(Vector512<byte> indices);
}
