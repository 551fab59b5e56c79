using EdgeInfer.Evaluation.Events;

namespace EdgeInfer.Evaluation.Tests.Events;

public sealed class EventReportTests
{
    /// <summary>Windows of 2 s every 1 s, of a segment each; capitals are alarmed, x is anomalous, n is normal.</summary>
    private static EventReport Report(params (string Group, string Windows)[] segments) => EventReport.Of(
        [.. segments.SelectMany((one, segment) => one.Windows.Select(window => new MonitoredWindow(
            one.Group,
            segment,
            char.ToLowerInvariant(window) == 'x',
            char.ToLowerInvariant(window) == 'x' ? 2 : 1,
            char.IsUpper(window))))],
        windowSeconds: 2,
        hopSeconds: 1);

    [Fact]
    public void AnEventIsAnUnbrokenRunAndIsFoundWithItsFirstAlarm()
    {
        var report = Report(("a", "nnxxXXnxxn"));

        Assert.Equal((2, 1), (report.Events, report.Missed));
        Assert.Equal(0.5, report.Recall!.Value);
        // Two windows passed, and the third ends two seconds after it began.
        Assert.Equal(new DelayQuartiles(4, 4, 4), report.Delay);
    }

    [Fact]
    public void AnEventNeverSpansAGap() =>
        Assert.Equal((2, 1), Report(("a", "xx"), ("a", "XX")) is var report ? (report.Events, report.Missed) : default);

    [Fact]
    public void AFalseAlarmIsAnAlarmThatOpensInANormalWindow()
    {
        var report = Report(("a", "nNNnNxXNNn"), ("b", "Nnnn"));

        // Opens at windows 1 and 4 of the first, and at the start of the second; what outlasts the event is none.
        Assert.Equal(3, report.FalseAlarms!.Count);
        Assert.Equal(12, report.Groups.Sum(group => group.NormalWindows));
        Assert.Equal(6 / 12.0, report.FalseAlarms.AlarmedShare);
        Assert.Equal(3 / (12 / 86_400.0), report.FalseAlarms.PerDay, 1e-6);
    }

    [Fact]
    public void AnAlarmOnBothSidesOfAGapIsTwo() => Assert.Equal(2, Report(("a", "nN"), ("a", "Nn")).FalseAlarms!.Count);

    [Fact]
    public void AnAlarmThatOpenedBeforeTheEventDetectsNothing()
    {
        var report = Report(("a", "nNXX"), ("a", "NNXXXNN"));

        Assert.Equal((2, 2), (report.Events, report.Missed));
        Assert.Equal(0, report.Recall!.Value);
    }

    [Fact]
    public void AnAlarmThatOpensAgainInTheEventDetectsIt() => Assert.Equal(4, Report(("a", "nNXxX")).Delay!.Median);

    [Fact]
    public void TheIntervalOfFalseAlarmsKnowsHowLittleWasWatched()
    {
        var little = Silent(groups: 6, windows: 60);
        var much = Silent(groups: 6, windows: 600);

        Assert.Equal((0, 0, 0), (little.Count, little.PerDay, little.Low));
        // At least the 3.689 of a Poisson count of none in 360 s.
        Assert.True(little.High > 3.689 * 240);
        Assert.Equal(10, little.High!.Value / much.High!.Value, 1e-6);
    }

    [Fact]
    public void TheIntervalOfFalseAlarmsKnowsThatTheyCluster()
    {
        var spread = Report([.. Groups(6).Select(group => (group, "nNnNnNnNnN"))]).FalseAlarms!;
        var clustered = Report([
            .. Groups(6).Select(group => (group, group == "a" ? string.Concat(Enumerable.Repeat("nN", 30)) : new string('n', 60))),
        ]).FalseAlarms!;

        Assert.Equal((30, 30), (spread.Count, clustered.Count));
        Assert.True(clustered.High / clustered.PerDay > 3 * spread.High / spread.PerDay);
    }

    [Theory]
    [InlineData(1, "clustering unknown: one group")]
    [InlineData(5, "clustering unknown: 5 groups, 6 are needed")]
    public void FewGroupsDontShowHowAlarmsCluster(int groups, string reason)
    {
        var alarms = Silent(groups, windows: 10);

        Assert.Null(alarms.High);
        Assert.Equal(reason, alarms.NoInterval);
    }

    private static FalseAlarmRate Silent(int groups, int windows) =>
        Report([.. Groups(groups).Select(group => (group, new string('n', windows)))]).FalseAlarms!;

    private static IEnumerable<string> Groups(int count) => Enumerable.Range(0, count).Select(group => $"{(char)('a' + group)}");

    [Fact]
    public void RecallAndAreaAreMeansOverGroupsThatHaveThem()
    {
        var report = Report(("a", "nX"), ("b", "nx"), ("c", "nn"));

        Assert.Equal((0.5, 2), (report.Recall!.Value, report.Recall.Groups));
        Assert.Equal((1.0, 2), (report.RocAuc!.Value, report.RocAuc.Groups));
        Assert.Equal(["a", "b", "c"], report.Groups.Select(group => group.Group));
    }

    [Fact]
    public void WithoutEventsOrNormalTimeThereIsNoFigure()
    {
        Assert.Null(Report(("a", "nnn")).Recall);
        Assert.Null(Report(("a", "nnn")).Delay);
        Assert.Null(Report(("a", "xx")).FalseAlarms);
        Assert.Null(Report(("a", "xx")).RocAuc);
    }

    [Fact]
    public void DelaysAreQuartilesByNearestRank() =>
        Assert.Equal(new DelayQuartiles(1, 2, 3), DelayQuartiles.Of([4, 3, 2, 1]));
}
