namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// An instruction set's way through the heads of as many trees as a vector has lanes of 16 bytes. A block holds, a
/// vector each: the indices of the nodes' ranks, the places of their thresholds, and where each node's left and right
/// lead: a later slot of the same lane, or <see cref="HeadLayout.Exit"/> and more. Ranks and places are signed bytes,
/// biased by 128.
/// </summary>
internal interface IHeadLanes<TSelf>
    where TSelf : struct, IHeadLanes<TSelf>
{
    static abstract bool IsSupported { get; }

    /// <summary>Trees a vector.</summary>
    static abstract int Trees { get; }

    /// <summary>Ranks that the instruction set can look up.</summary>
    static abstract int MaximumSegments { get; }

    /// <summary>
    /// Vectors of indices a block: one with plain indices, or one for each 16 ranks in which the indices of others
    /// have their top bit set.
    /// </summary>
    static abstract int IndexVectors { get; }

    /// <param name="ranks">First rank of a row; <see cref="MaximumSegments"/> are read.</param>
    static abstract TSelf Load(ref byte ranks);

    /// <summary>Compares all nodes of a block, then follows every slot for eight steps.</summary>
    /// <param name="exits">Receives a vector; the first byte of each lane is the root's exit.</param>
    void Sweep(ref byte block, ref byte exits);
}
