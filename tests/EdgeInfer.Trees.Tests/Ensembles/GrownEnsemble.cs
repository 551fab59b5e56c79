using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Ensembles;

/// <summary>Ensembles as large as trained ones, of any shape: balanced, or long chains as boosting grows them.</summary>
/// <param name="Features">Length of a row.</param>
/// <param name="Outputs">Raw scores.</param>
/// <param name="Trees">Of all outputs together.</param>
/// <param name="Nodes">A tree, at most.</param>
/// <param name="Thresholds">Distinct thresholds a feature, about.</param>
public sealed record GrownEnsemble(int Features, int Outputs, int Trees, int Nodes, int Thresholds)
{
    /// <summary>Share of splits at the newest leaf, which makes chains.</summary>
    public double Chain { get; init; } = 0.3;

    public bool Missing { get; init; }

    public bool Counted { get; init; }

    public Aggregation Aggregation { get; init; }

    public TreeEnsemble Grow(int seed)
    {
        var random = new Random(seed);
        DecisionTree[] trees = [.. Enumerable.Range(0, Trees).Select(i => Grow(random, i % Outputs))];
        return new(Features, Outputs, trees, Aggregation, new EnsembleLink.Identity());
    }

    private DecisionTree Grow(Random random, int output)
    {
        var nodes = random.Next(10) == 0 ? 0 : random.Next(Nodes / 2, Nodes + 1);
        var (left, right) = (new int[nodes], new int[nodes]);
        List<(int Node, bool Left)> open = [];
        for (var node = 0; node < nodes; node++)
        {
            if (node > 0)
            {
                var at = random.NextDouble() < Chain ? open.Count - 1 : random.Next(open.Count);
                Hang(open[at], node);
                open.RemoveAt(at);
            }

            open.Add((node, true));
            open.Add((node, false));
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
            Hang(open[leaf], ~leaf);
        return new(
            output,
            [.. Enumerable.Range(0, nodes).Select(_ => random.Next(Features))],
            [.. Enumerable.Range(0, nodes).Select(_ => (float)(random.Next(Thresholds) - (Thresholds / 2)) / 8)],
            left,
            right,
            [.. Enumerable.Range(0, nodes + 1).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 3)))])
        {
            MissingLeft = Missing ? [.. Enumerable.Range(0, nodes).Select(_ => random.Next(2) == 0)] : null,
            LeafRows = Counted ? [.. Enumerable.Range(0, nodes + 1).Select(_ => random.Next(1000))] : null,
        };

        void Hang((int Node, bool Left) end, int child) => (end.Left ? left : right)[end.Node] = child;
    }
}
