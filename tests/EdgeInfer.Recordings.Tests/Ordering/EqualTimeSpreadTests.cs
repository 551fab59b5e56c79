using EdgeInfer.Recordings.Ordering;

namespace EdgeInfer.Recordings.Tests.Ordering;

public sealed class EqualTimeSpreadTests
{
    [Fact]
    public void RowsOfOneStampAreSpreadUntilTheNextAndTheLastByTheCommonDistance()
    {
        long[] times = [1000, 1000, 1000, 1000, 2000, 2000, 2000, 2000, 2000, 3000, 3000, 3000, 3000, 4000, 4000];
        Assert.Equal(10 + 1, EqualTimeSpread.Apply(times));
        Assert.Equal([1000, 1250, 1500, 1750, 2000, 2200, 2400, 2600, 2800, 3000, 3250, 3500, 3750, 4000, 4250], times);
    }

    [Fact]
    public void AFirstGroupBegunInItsMiddleKeepsTheCommonDistance()
    {
        long[] times = [1000, 2000, 2000, 2000, 2000, 3000, 3000, 3000, 3000, 4000];
        EqualTimeSpread.Apply(times);
        Assert.Equal([1750, 2000, 2250, 2500, 2750, 3000, 3250, 3500, 3750, 4000], times);
    }

    [Fact]
    public void RowsBeforeAGapAreNotSpreadOverIt()
    {
        long[] times = [1000, 1000, 2000, 2000, 3000, 3000, 9000, 9000, 10_000, 10_000];
        EqualTimeSpread.Apply(times);
        Assert.Equal([1000, 1500, 2000, 2500, 3000, 3500, 9000, 9500, 10_000, 10_500], times);
    }

    [Fact]
    public void RowsOfOneTimeAloneAreLeftAsTheyAre()
    {
        long[] times = [5, 5, 5];
        Assert.Equal(0, EqualTimeSpread.Apply(times));
        Assert.Equal([5, 5, 5], times);
    }
}
