using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class GroupCountTests
{
    [Fact]
    public void TheNumberToResolveIsTheSmallestThatReachesTheDifference()
    {
        var groups = GroupCount.ToResolve(0.02, 0.04);

        Assert.NotNull(groups);
        Assert.True(GroupCount.DetectableDifference(0.04, groups.Value) <= 0.02);
        Assert.True(GroupCount.DetectableDifference(0.04, groups.Value - 1) > 0.02);
    }

    [Fact]
    public void EqualModelsAreNeverResolvedButCanBeShownEquivalent()
    {
        Assert.Null(GroupCount.ToResolve(0, 0.02));
        Assert.InRange(GroupCount.ToShowEquivalence(0, 0.02, 0.01) ?? 0, 20, 35);
    }

    [Fact]
    public void ADifferenceBeyondTheMarginIsNeverEquivalent() =>
        Assert.Null(GroupCount.ToShowEquivalence(-0.02, 0.001, 0.01));

    [Fact]
    public void NobodyIsAskedForMoreGroupsThanTheLimit() => Assert.Null(GroupCount.ToResolve(1e-6, 0.1));

    [Fact]
    [Slow("repeats studies at random")]
    public void TheDetectableDifferenceIsFoundInFourOfFiveRepetitions()
    {
        const int repetitions = 4000;
        const double deviation = 0.03;
        var difference = GroupCount.DetectableDifference(deviation, 12);
        var random = new Random(7);
        var found = 0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var seen = Enumerable.Range(0, 12).Select(_ => difference + deviation * Normal(random)).ToArray();
            if (TInterval.Of(seen) is { Low: > 0 })
                found++;
        }
        Assert.InRange(found / (double)repetitions, 0.77, 0.83);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
