using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Tests.Families.Trees;


namespace EdgeInfer.Trainer.Tests.Ensembles;

public sealed class SplitRowsTests
{
    [Fact]
    public void EverySplitIsReachedOnItsThresholdAndJustAbove()
    {
        var ensemble = TreeSamples.Train("three classes", TreeSamples.Data).Ensemble;
        float[][] rows = [.. SplitRows.Of(ensemble, TreeSamples.Data.Rows)];

        Assert.Equal(2 * ensemble.Trees.Sum(tree => tree.NodeCount), rows.Length);
        foreach (var tree in ensemble.Trees)
        {
            var (on, above) = (new HashSet<int>(), new HashSet<int>());
            foreach (var row in rows)
            {
                for (var node = 0; node >= 0; node = row[tree.Feature[node]] <= tree.Threshold[node] ? tree.Left[node] : tree.Right[node])
                {
                    var value = row[tree.Feature[node]];
                    if (value == tree.Threshold[node])
                        on.Add(node);
                    if (value == MathF.BitIncrement(tree.Threshold[node]))
                        above.Add(node);
                }
            }

            Assert.Equal(tree.NodeCount, on.Count);
            Assert.Equal(tree.NodeCount, above.Count);
        }
    }
}
