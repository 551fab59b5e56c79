namespace EdgeInfer.Trees.Engines.Batches;

/// <summary>A vector of bytes of some width: what a step of a <see cref="BatchProgram"/> needs of it.</summary>
internal interface IByteVector<TSelf>
    where TSelf : struct, IByteVector<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Of(byte value);

    static abstract TSelf Load(ref byte at, nint offset);

    /// <summary>The right byte wherever the rank exceeds the place, else the left one.</summary>
    static abstract TSelf Take(TSelf rank, TSelf place, TSelf left, TSelf right);

    void Store(ref byte at, nint offset);
}
