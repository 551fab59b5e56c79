using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class StudentQuantileTests
{
    [Theory]
    [InlineData(0.975, 2, 12.7062047)]
    [InlineData(0.975, 3, 4.3026527)]
    [InlineData(0.975, 5, 2.7764451)]
    [InlineData(0.975, 17, 2.1199053)]
    [InlineData(0.95, 31, 1.6972609)]
    [InlineData(0.995, 6, 4.0321430)]
    public void TheLibraryGivesThePublishedTable(double probability, int groups, double expected) =>
        Assert.Equal(expected, StudentQuantile.Of(probability, groups), 1e-6);

    [Fact]
    public void ManyGroupsApproachTheNormalDistribution() => Assert.Equal(1.959964, StudentQuantile.Of(0.975, 1_000_000), 1e-5);

    [Fact]
    public void ALateLookAtTwoGroupsHasAQuantile()
    {
        // One degree of freedom is the Cauchy distribution.
        var level = LookPlan.Level(8);

        Assert.Equal(Math.Tan(Math.PI * (0.5 - level / 2)), StudentQuantile.Of(1 - level / 2, 2), 1e-3);
    }
}
