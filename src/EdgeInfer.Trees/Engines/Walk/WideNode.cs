namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>Eight bytes, for ensembles with more thresholds or larger trees.</summary>
internal readonly struct WideNode : IWalkNode<WideNode>
{
    private readonly int _outcome;
    private readonly int _child;

    private WideNode(int outcome, int child) => (_outcome, _child) = (outcome, child);

    public static int Largest => int.MaxValue;

    public nint Outcome => _outcome;

    public nint Child => _child;

    public static WideNode Of(int outcome, int child) => new(outcome, child);
}
