namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>Four bytes: half the cache of <see cref="WideNode"/>, enough for all that FastTree grows.</summary>
internal readonly struct NarrowNode : IWalkNode<NarrowNode>
{
    private readonly ushort _outcome;
    private readonly ushort _child;

    private NarrowNode(ushort outcome, ushort child) => (_outcome, _child) = (outcome, child);

    public static int Largest => ushort.MaxValue;

    public nint Outcome => (nint)_outcome;

    public nint Child => (nint)_child;

    public static NarrowNode Of(int outcome, int child) => new((ushort)outcome, (ushort)child);
}
