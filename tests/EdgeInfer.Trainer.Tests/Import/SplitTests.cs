using CsCheck;
using EdgeInfer.Trainer.Import.Trees;

namespace EdgeInfer.Trainer.Tests.Import;

public sealed class SplitTests
{
    private static readonly double[] Special =
    [
        0, -0.0, double.Epsilon, -double.Epsilon, float.Epsilon, -float.Epsilon, 1, -1, 0.1, 1e300, -1e300, double.PositiveInfinity,
        float.MaxValue, float.MinValue,
    ];

    private static readonly Gen<double> Thresholds = Gen.OneOf(
        Gen.Int[0, Special.Length - 1].Select(index => Special[index]),
        Gen.Double[-3, 3],
        Gen.Float.Select(value => float.IsFinite(value) ? value : 0.0));

    [Fact]
    public void EveryModeAtEveryThresholdIsTheSameComparison() =>
        Gen.Select(Gen.Int[0, 3].Select(index => ForeignTrees.Numerical[index]), Thresholds, Gen.Bool, Gen.Float).Sample(
            (mode, threshold, missing, value) =>
            {
                var node = new SourceNode("node 0", mode, 0, threshold, 1, 2, missing);
                Assert.True(Split.TryOf(node, out var split, out _));
                var near = (float)threshold;
                foreach (var x in new[]
                {
                    value, near, MathF.BitIncrement(near), MathF.BitDecrement(near), 0f, -0f, float.NaN, float.PositiveInfinity,
                    float.NegativeInfinity,
                })
                {
                    var goesLeft = float.IsNaN(x) ? split.MissingLeft : x <= split.Threshold;
                    Assert.Equal(Holds(mode, x, threshold) || (float.IsNaN(x) && missing), goesLeft == split.TrueIsLeft);
                }
            },
            iter: 5_000, seed: "0000KOIPe3-4");

    [Theory]
    [InlineData("BRANCH_EQ", 1, "mode BRANCH_EQ: categorical splits are not imported")]
    [InlineData("BRANCH_NEQ", 1, "mode BRANCH_NEQ: categorical splits are not imported")]
    [InlineData("BRANCH_MEMBER", 1, "mode BRANCH_MEMBER: categorical splits are not imported")]
    [InlineData("BRANCH_ISH", 1, "mode 'BRANCH_ISH' is unknown")]
    [InlineData("BRANCH_LEQ", double.NaN, "threshold is NaN")]
    [InlineData("BRANCH_LT", double.NegativeInfinity, "mode BRANCH_LT at minus infinity holds for no value or for every one")]
    public void WhatIsNoThresholdSplitIsRefused(string mode, double threshold, string expected)
    {
        Assert.False(Split.TryOf(new SourceNode("node 0", mode, 0, threshold, 1, 2, false), out _, out var reason));
        Assert.Equal(expected, reason);
    }

    private static bool Holds(string mode, float x, double threshold) => mode switch
    {
        "BRANCH_LEQ" => x <= threshold,
        "BRANCH_LT" => x < threshold,
        "BRANCH_GT" => x > threshold,
        _ => x >= threshold,
    };
}
