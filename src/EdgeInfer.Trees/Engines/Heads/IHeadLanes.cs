namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// An instruction set's way through the heads of a few trees at once. A block holds rows of
/// <see cref="HeadLayout.HeadLength"/> bytes a tree: the indices of the nodes' ranks, the places of their thresholds,
/// and where left and right lead: a later slot of the same tree, or <see cref="Exit"/> and more.
/// </summary>
internal interface IHeadLanes<TSelf>
    where TSelf : struct, IHeadLanes<TSelf>
{
    static abstract bool IsSupported { get; }

    /// <summary>Trees a block.</summary>
    static abstract int Trees { get; }

    /// <summary>XORed to the places of a block: 0x80 where the instruction set compares signed bytes only.</summary>
    static abstract byte Bias { get; }

    /// <summary>Ranks that the instruction set can look up.</summary>
    static abstract int MaximumSegments { get; }

    /// <summary>
    /// Codes from here on leave the head: an index that a lookup turns to 0, without the bits of an exit and of
    /// <see cref="HeadLayout.TailFlag"/>.
    /// </summary>
    static abstract byte Exit { get; }

    /// <summary>
    /// Rows of indices a block: one with plain indices, or one for each 16 ranks in which the indices of others have
    /// their top bit set.
    /// </summary>
    static abstract int IndexRows { get; }

    /// <param name="ranks">First rank of a row; <see cref="MaximumSegments"/> are read.</param>
    static abstract TSelf Load(ref byte ranks);

    /// <summary>Compares all nodes of a block, then follows every slot for eight steps.</summary>
    /// <param name="codes">Receives a row; the first byte of each tree is its root's exit.</param>
    void Sweep(ref byte block, ref byte codes);
}
