namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>Eight bytes, for ensembles with more thresholds or larger trees.</summary>
internal readonly struct WideNode(ulong bits) : IWalkNode<WideNode>
{
    private readonly ulong _bits = bits;

    public static long Largest => int.MaxValue;

    public static WideNode Of(int outcome, int child) => new(((ulong)outcome << 32) | (uint)child);

    public int Outcome => (int)(_bits >> 32);

    public int Child => (int)(uint)_bits;
}
