using CsCheck;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Ensembles;

/// <summary>Sound ensembles of any shape, with nodes and leaves numbered in any order and awkward thresholds.</summary>
internal static class RandomEnsembles
{
    public static readonly float[] AwkwardValues =
    [
        0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, 1f, MathF.BitIncrement(1f), MathF.BitDecrement(1f), -1f,
        float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity,
    ];

    private static readonly Gen<float> Thresholds =
        Gen.OneOf(Gen.Float[-3, 3], Gen.Int[0, AwkwardValues.Length - 1].Select(i => AwkwardValues[i]));

    private static readonly Gen<double> LeafValues = Gen.OneOf(Gen.Double[-1, 1], Gen.Const(-0.0), Gen.Double[-1e30, 1e30]);

    public static readonly Gen<TreeEnsemble> Any =
        from features in Gen.Int[1, 5]
        from outputs in Gen.Int[1, 4]
        from extra in Gen.Int[0, 6]
        from aggregation in Gen.Bool
        from trees in TreesOf(features, outputs, extra)
        from link in LinkOf(outputs)
        select new TreeEnsemble(features, outputs, trees, aggregation ? Aggregation.Sum : Aggregation.Mean, link);

    private static Gen<DecisionTree[]> TreesOf(int features, int outputs, int extra) =>
        from output in Gen.Int[0, outputs - 1].Array[extra]
        from shuffled in Gen.Shuffle(Enumerable.Range(0, outputs).Concat(output).ToArray())
        from trees in Tree(features).Array[outputs + extra]
        select trees.Select((tree, i) => tree with { Output = shuffled[i] }).ToArray();

    private static Gen<DecisionTree> Tree(int features) =>
        from nodes in Gen.Int[0, 12]
        from feature in Gen.Int[0, features - 1].Array[nodes]
        from threshold in Thresholds.Array[nodes]
        from grown in Gen.Int[0, int.MaxValue].Array[nodes]
        from nodeNumbers in Gen.Shuffle(Enumerable.Range(1, Math.Max(nodes - 1, 0)).ToArray())
        from leafNumbers in Gen.Shuffle(Enumerable.Range(0, nodes + 1).ToArray())
        from leaves in LeafValues.Array[nodes + 1]
        from missingLeft in OrNull(Gen.OneOf(Gen.Bool.Array[nodes], Gen.Const(Enumerable.Repeat(true, nodes).ToArray())))
        from leafRows in OrNull(Gen.OneOf(Gen.Int[0, 40], Gen.Const(int.MaxValue)).Array[nodes + 1])
        select Grow(feature, threshold, grown, [0, .. nodeNumbers], leafNumbers, leaves) with
        {
            MissingLeft = missingLeft,
            LeafRows = leafRows,
        };

    private static Gen<T[]?> OrNull<T>(Gen<T[]> gen) => Gen.OneOf(Gen.Const((T[]?)null), gen.Select(values => (T[]?)values));

    private static Gen<EnsembleLink> LinkOf(int outputs) => Gen.OneOf(
        Gen.Const<EnsembleLink>(new EnsembleLink.Identity()),
        Gen.Const<EnsembleLink>(new EnsembleLink.ClampedShare()),
        Gen.Const<EnsembleLink>(outputs > 1 ? new EnsembleLink.Softmax() : new EnsembleLink.Identity()),
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3]).Array[outputs].Select(pairs =>
            (EnsembleLink)new EnsembleLink.Platt([.. pairs.Select(p => new PlattCalibration(p.Item1, p.Item2))])));

    /// <summary>Splits a random open end of the tree until all nodes hang on it.</summary>
    private static DecisionTree Grow(
        int[] feature, float[] threshold, int[] grown, int[] nodeNumbers, int[] leafNumbers, double[] leaves)
    {
        var (left, right) = (new int[feature.Length], new int[feature.Length]);
        var open = new List<(int Node, bool Left)>();
        for (var i = 0; i < feature.Length; i++)
        {
            var node = nodeNumbers[i];
            if (i > 0)
            {
                var at = grown[i] % open.Count;
                Hang(open[at], node);
                open.RemoveAt(at);
            }

            open.Add((node, true));
            open.Add((node, false));
        }

        for (var i = 0; i < open.Count; i++)
            Hang(open[i], ~leafNumbers[i]);
        return new(0, feature, threshold, left, right, leaves);

        void Hang((int Node, bool Left) end, int child) => (end.Left ? left : right)[end.Node] = child;
    }
}
