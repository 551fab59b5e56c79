namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>A slot of a group of trees: which outcome to add to which child; a leaf is its own child and adds nothing.</summary>
internal interface IWalkNode<TSelf>
    where TSelf : struct, IWalkNode<TSelf>
{
    /// <summary>Largest outcome and largest child that fit.</summary>
    static abstract int Largest { get; }

    static abstract TSelf Of(int outcome, int child);

    nint Outcome { get; }

    /// <summary>Slot of the left child; the right one follows it.</summary>
    nint Child { get; }
}
