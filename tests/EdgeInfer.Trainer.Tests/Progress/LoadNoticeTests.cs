using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Tests.Progress;

public sealed class LoadNoticeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(0.3)]
    [InlineData(4.0)]
    public void AMachineWithAProcessorForEveryoneGetsNone(double? load) => Assert.Null(LoadNotice.Of("trees", load, processors: 4));

    [Fact]
    public void ABusyOneIsNamed() => Assert.Equal(
        "trees: the load average is 26.4 on 2 processors: the time of this training says little, the trees are the same",
        LoadNotice.Of("trees", 26.38, processors: 2));
}
