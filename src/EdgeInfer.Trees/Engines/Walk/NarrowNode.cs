namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>Four bytes: half the cache of <see cref="WideNode"/>, enough for all that FastTree grows.</summary>
internal readonly struct NarrowNode(uint bits) : IWalkNode<NarrowNode>
{
    private readonly uint _bits = bits;

    public static long Largest => ushort.MaxValue;

    public static NarrowNode Of(int outcome, int child) => new(((uint)outcome << 16) | (uint)child);

    public int Outcome => (int)(_bits >> 16);

    public int Child => (ushort)_bits;
}
