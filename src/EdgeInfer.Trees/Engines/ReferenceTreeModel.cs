using EdgeInfer.Core.Models;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

/// <summary>
/// The plain walk, one tree after another: what every faster engine must equal bit for bit. Allocates only when
/// constructed; may be used by several threads at once.
/// </summary>
public sealed class ReferenceTreeModel : IModel
{
    private readonly int[] _feature;
    private readonly float[] _threshold;
    private readonly bool[] _missingLeft;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _leaves;
    private readonly int[] _roots;
    private readonly int[] _firstTree;
    private readonly bool _mean;
    private readonly LinkFunction _link;

    /// <exception cref="ArgumentException">The ensemble is not sound; the message names tree, node and value.</exception>
    public ReferenceTreeModel(TreeEnsemble ensemble)
    {
        if (EnsembleProof.FirstFault(ensemble) is { } fault)
            throw new ArgumentException(fault.ToString(), nameof(ensemble));
        var flat = FlatTrees.Of(ensemble);
        (_feature, _threshold, _missingLeft) = (flat.Feature, flat.Threshold, flat.MissingLeft);
        (_left, _right) = (flat.Left, flat.Right);
        (_leaves, _roots, _firstTree) = (flat.Leaves, flat.Roots, flat.FirstTree);
        _mean = ensemble.Aggregation == Aggregation.Mean;
        _link = LinkFunction.Of(ensemble);
        InputLength = ensemble.FeatureCount;
        OutputCount = ensemble.OutputCount;
        OutputLength = ensemble.PredictionCount;
    }

    public int InputLength { get; }

    /// <summary>Number of raw scores.</summary>
    public int OutputCount { get; }

    /// <summary>Number of probabilities (2 for a binary ensemble) or values.</summary>
    public int OutputLength { get; }

    /// <summary>Writes the raw score of each output: ML.NET's, bit for bit.</summary>
    /// <param name="features"><see cref="InputLength"/> values; NaN and infinities are allowed.</param>
    /// <param name="raw">Receives <see cref="OutputCount"/> values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Score(ReadOnlySpan<float> features, Span<float> raw)
    {
        if (features.Length != InputLength)
            throw new ArgumentException($"{features.Length} features for a model of {InputLength}", nameof(features));
        if (raw.Length != OutputCount)
            throw new ArgumentException($"room for {raw.Length} scores of a model of {OutputCount}", nameof(raw));
        for (var output = 0; output < raw.Length; output++)
        {
            var (first, end) = (_firstTree[output], _firstTree[output + 1]);
            var sum = 0.0;
            for (var tree = first; tree < end; tree++)
                sum += LeafOf(_roots[tree], features);
            raw[output] = _mean ? (float)sum / (end - first) : (float)sum;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        if (output.Length != OutputLength)
            throw new ArgumentException($"room for {output.Length} predictions of a model of {OutputLength}", nameof(output));
        Score(input, output[..OutputCount]);
        _link.Apply(output);
    }

    public void Dispose()
    {
    }

    private double LeafOf(int node, ReadOnlySpan<float> features)
    {
        while (node >= 0)
        {
            var value = features[_feature[node]];
            var goesLeft = float.IsNaN(value) ? _missingLeft[node] : value <= _threshold[node];
            node = goesLeft ? _left[node] : _right[node];
        }

        return _leaves[~node];
    }
}
