using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Ensembles;

/// <summary>Equality of all values, bit for bit; no direction of missing values is the same as right everywhere.</summary>
internal static class EnsembleEquality
{
    public static void AssertSame(TreeEnsemble expected, TreeEnsemble actual)
    {
        Assert.Equal(
            (expected.FeatureCount, expected.OutputCount, expected.Aggregation),
            (actual.FeatureCount, actual.OutputCount, actual.Aggregation));
        Assert.Equal(expected.Link.GetType(), actual.Link.GetType());
        if (expected.Link is EnsembleLink.Platt platt)
            Assert.Equal(platt.Outputs, Assert.IsType<EnsembleLink.Platt>(actual.Link).Outputs);
        Assert.Equal(expected.Trees.Count, actual.Trees.Count);
        foreach (var (one, other) in expected.Trees.Zip(actual.Trees))
        {
            Assert.Equal(one.Output, other.Output);
            Assert.Equal(one.Feature, other.Feature);
            Assert.Equal(one.Threshold.Select(BitConverter.SingleToInt32Bits), other.Threshold.Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(one.Left, other.Left);
            Assert.Equal(one.Right, other.Right);
            Assert.Equal(one.MissingLeft ?? new bool[one.NodeCount], other.MissingLeft ?? new bool[other.NodeCount]);
            Assert.Equal(one.LeafRows, other.LeafRows);
            Assert.Equal(one.Leaves.Select(BitConverter.DoubleToInt64Bits), other.Leaves.Select(BitConverter.DoubleToInt64Bits));
        }
    }
}
