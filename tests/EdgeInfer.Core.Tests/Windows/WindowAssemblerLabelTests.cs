using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Windows;

public sealed class WindowAssemblerLabelTests
{
    [Theory]
    [InlineData(new[] { 2, 2, 2, 2 }, 2)]
    [InlineData(new[] { 0, 2, 2, 2 }, 2)]
    [InlineData(new[] { 3, 1, 3, 0 }, 3)]
    [InlineData(new[] { 3, 3, 1, 1 }, 1)]
    [InlineData(new[] { -1, -1, -1, -1 }, LabelIndex.Unlabelled)]
    [InlineData(new[] { -1, 4, 4, 4 }, 4)]
    [InlineData(new[] { -1, -1, -1, 4 }, LabelIndex.Unlabelled)]
    public void TheLabelOfAWindowIsTheOneThatHoldsHalfOfIt(int[] labels, int expected)
    {
        var bench = Label(labels);
        Assert.Equal(expected, Assert.Single(bench.Windows).Header.Label);
        Assert.Equal(0, bench.Assembler.AmbiguousWindows);
    }

    [Fact]
    public void AWindowWithoutALabelOverHalfOfItIsDroppedAndCounted()
    {
        var bench = Label([0, 1, 2, 3, /* next window */ 5, 5, 5, 5]);
        Assert.Equal(1, bench.Assembler.AmbiguousWindows);
        Assert.Equal(5, Assert.Single(bench.Windows).Header.Label);
    }

    [Fact]
    public void AGridPointCarriesTheLabelOfTheNearestSampleAtOrBefore()
    {
        var bench = new AssemblerBench(length: 1);
        bench.PushMilliseconds(0, 0, label: 1);
        bench.PushMilliseconds(9, 0, label: 2);
        bench.PushMilliseconds(11, 0, label: 3);
        bench.PushMilliseconds(20, 0, label: 4);

        Assert.Equal([1, 2, 4], bench.Windows.Select(w => w.Header.Label));
    }

    [Fact]
    public void TheTargetOfAWindowIsTheMeanOfItsPoints()
    {
        var bench = new AssemblerBench(length: 4);
        bench.PushMilliseconds(0, 0, target: 1);
        bench.PushMilliseconds(20, 0, target: 3);
        bench.PushMilliseconds(30, 0, target: 6);

        Assert.Equal((1 + 2 + 3 + 6) / 4.0, Assert.Single(bench.Windows).Header.Target);
    }

    private static AssemblerBench Label(int[] labels)
    {
        var bench = new AssemblerBench(length: 4);
        for (var i = 0; i < labels.Length; i++)
            bench.PushMilliseconds(10 * i, 0, labels[i]);
        return bench;
    }
}
