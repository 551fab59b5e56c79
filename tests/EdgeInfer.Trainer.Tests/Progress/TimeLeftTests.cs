using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Progress;

public sealed class TimeLeftTests
{
    private readonly HandTurnedClock _clock = new();

    [Fact]
    public void TheRestTakesThePaceSoFar()
    {
        var left = new TimeLeft(total: 10, _clock);
        Assert.Null(left.Estimate);

        _clock.Seconds = 6;
        left.Reach(2, found: false);

        Assert.Equal(TimeSpan.FromSeconds(24), left.Estimate);
    }

    [Fact]
    public void StepsOfAnEarlierRunTellNoPace()
    {
        var left = new TimeLeft(total: 10, _clock);
        left.Reach(4, found: true);
        Assert.Null(left.Estimate);

        _clock.Seconds = 3;
        left.Reach(5, found: false);
        Assert.Equal(TimeSpan.FromSeconds(15), left.Estimate);
        // The next training of the command was found, too.
        left.Reach(7, found: true);
        Assert.Equal(TimeSpan.FromSeconds(9), left.Estimate);
    }

    [Fact]
    public void WorkWithinAStepIsAShareOfIt()
    {
        List<(double, string, bool)> heard = [];
        var epochs = new ReportProgress((done, detail, found) => heard.Add((done, detail, found))).After(2, "group anna").OfEpochs(40);

        epochs(10, "resumed at epoch 11 of 40", found: true);
        epochs(20, "loss 0.1");

        Assert.Equal([(2.25, "group anna, resumed at epoch 11 of 40", true), (2.5, "group anna, epoch 20 of 40, loss 0.1", false)], heard);
    }
}
