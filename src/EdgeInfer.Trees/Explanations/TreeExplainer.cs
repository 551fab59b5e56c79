using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Explanations;

/// <summary>
/// Exact path-dependent SHAP values of raw scores, after Lundberg, Erion and Lee: Consistent Individualized Feature
/// Attribution for Tree Ensembles (arXiv:1802.03888, 2018): those of its algorithm 2, computed by quadrature in time
/// proportional to nodes times half the features on the longest path. A node that no training row reached counts as if
/// its rows went half to either side. Allocates only when constructed; one instance serves one thread at a time.
/// </summary>
public sealed class TreeExplainer
{
    private readonly ExplainedTree[][] _outputs;
    private readonly double[] _expected;
    private readonly double[] _scale;
    private readonly int[] _asked;
    private readonly ContributionSums _sums;

    /// <param name="ensemble">Its trees' rows counted (<see cref="DecisionTree.LeafRows"/>).</param>
    /// <param name="name">Named in errors, for example the model's file.</param>
    /// <exception cref="ArgumentException">The ensemble is not sound; the message names tree, node and value.</exception>
    /// <exception cref="InvalidInputException">The training rows of a tree's leaves were not counted.</exception>
    public TreeExplainer(TreeEnsemble ensemble, string name)
    {
        if (EnsembleProof.FirstFault(ensemble) is { } fault)
            throw new ArgumentException(fault.ToString(), nameof(ensemble));
        RequireRows(ensemble, name);
        FeatureCount = ensemble.FeatureCount;
        OutputCount = ensemble.OutputCount;
        _asked = [.. ensemble.Trees.SelectMany(tree => tree.Feature).Distinct().Order()];
        var sums = new int[FeatureCount];
        for (var sum = 0; sum < _asked.Length; sum++)
            sums[_asked[sum]] = sum;
        var rules = new Dictionary<int, QuadratureBlock[]>();
        _outputs = [.. Enumerable.Range(0, OutputCount).Select(output => ensemble.Trees
            .Where(tree => tree.Output == output).Select(tree => TreePreparation.Of(tree, sums, Rule)).ToArray())];
        _scale = [.. _outputs.Select(trees => ensemble.Aggregation == Aggregation.Mean ? 1.0 / trees.Length : 1)];
        _expected = [.. _outputs.Zip(_scale, (trees, scale) => scale * trees.Sum(tree => tree.ExpectedValue))];
        _sums = new ContributionSums(_asked.Length, ensemble.Trees.Max(tree => tree.NodeCount));

        QuadratureBlock[] Rule(int degree) =>
            rules.TryGetValue(degree, out var rule) ? rule : rules[degree] = QuadratureBlock.ForDegree(degree);
    }

    public int FeatureCount { get; }

    /// <summary>Number of raw scores.</summary>
    public int OutputCount { get; }

    /// <summary>Values that <see cref="Explain"/> writes: OutputCount x (FeatureCount + 1).</summary>
    public int ContributionCount => OutputCount * (FeatureCount + 1);

    /// <summary>
    /// What each feature adds to each raw score, in the raw score's unit. A row's sum is that score before it is rounded
    /// to float, but for rounding in double.
    /// </summary>
    /// <param name="features"><see cref="FeatureCount"/> values; NaN goes where the model sends it.</param>
    /// <param name="contributions">
    /// Receives [<see cref="OutputCount"/>][<see cref="FeatureCount"/> + 1] values, as LightGBM's pred_contrib: the last of
    /// each row is the score expected of the training rows.
    /// </param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Explain(ReadOnlySpan<float> features, Span<double> contributions)
    {
        if (features.Length != FeatureCount)
            throw new ArgumentException($"{features.Length} features for a model of {FeatureCount}", nameof(features));
        if (contributions.Length != ContributionCount)
            throw new ArgumentException($"room for {contributions.Length} contributions of {ContributionCount}", nameof(contributions));
        contributions.Clear();
        for (var output = 0; output < OutputCount; output++)
        {
            _sums.Clear();
            foreach (var tree in _outputs[output])
                _sums.Add(tree, features);
            var row = contributions.Slice(output * (FeatureCount + 1), FeatureCount + 1);
            for (var sum = 0; sum < _asked.Length; sum++)
                row[_asked[sum]] = _scale[output] * _sums[sum];
            row[FeatureCount] = _expected[output];
        }
    }

    private static void RequireRows(TreeEnsemble ensemble, string name)
    {
        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            if (ensemble.Trees[tree].LeafRows is null)
                throw new InvalidInputException(
                    name,
                    FormattableString.Invariant($"tree {tree}: the training rows of its leaves were not counted, ")
                    + "which explanations weigh by; export the model again");
        }
    }
}
