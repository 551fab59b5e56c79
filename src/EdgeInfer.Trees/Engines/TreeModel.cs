using EdgeInfer.Core.Models;
using EdgeInfer.Trees.Engines.Heads;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Engines.Walk;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

public sealed class TreeModel : IModel
{
    private readonly ReferenceTreeModel _reference;
    private readonly LeafSum _sum;
    private readonly SumBound _bound;
    private readonly double[] _sums;
    private readonly float[] _trees;
    private readonly bool _mean;

    public TreeModel(TreeEnsemble ensemble, string kind = "")
    {
        _reference = new ReferenceTreeModel(ensemble);
        _bound = new SumBound(ensemble);
        _sums = new double[ensemble.OutputCount];
        _mean = ensemble.Aggregation == Aggregation.Mean;
        _trees = [.. Enumerable.Range(0, ensemble.OutputCount).Select(o => (float)ensemble.Trees.Count(t => t.Output == o))];
        var table = new ThresholdTable(ensemble);
        _sum = kind == "sse" ? Head<SseLanes>() : kind == "avx" ? Head<AvxLanes>() : kind == "neon" ? Head<NeonLanes>() : WalkLayout<NarrowNode>.TryOf(ensemble, table) is { } narrow
            ? new InterleavedWalk<NarrowNode>(narrow, table)
            : new InterleavedWalk<WideNode>(WalkLayout<WideNode>.TryOf(ensemble, table)!, table);
        LeafSum Head<T>() where T : struct, Heads.IHeadLanes<T> => new HeadSweep<T>(HeadLayout.For<T>(ensemble, table), table);
    }

    public int InputLength => _reference.InputLength;
    public int OutputCount => _reference.OutputCount;
    public int OutputLength => _reference.OutputLength;

    public void Score(ReadOnlySpan<float> features, Span<float> raw)
    {
        _sum.Of(features, _sums);
        for (var o = 0; o < raw.Length; o++)
        {
            if (!_bound.TryRound(o, _sums[o], out var rounded)) { _reference.Score(features, raw); return; }
            raw[o] = _mean ? rounded / _trees[o] : rounded;
        }
    }

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => Score(input, output[..OutputCount]);
    public void Dispose() { }
}
