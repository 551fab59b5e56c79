using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Tests.Verdicts;

public class DetectorVerdictTests
{
    [Fact]
    public void DetectorsAreJudgedByHowTheyRankEachMachinesOwnWindows()
    {
        var report = Of(
            new DetectorRun { Groups = 8, Overlooked = (model, group) => model == DetectorRun.Pca ? 6 + group % 2 : group % 2 });

        var pair = report.Comparison!;
        Assert.Equal(("roc_auc", VerdictOutcome.Supported), (pair.Endpoint, pair.Outcome));
        // Six of twenty faulty windows below every normal one: 0.3 of the area.
        Assert.Equal(-0.3, pair.Difference!.Value, 1e-9);
        Assert.Contains(
            "supported: fp32 autoencoder tells anomalous windows from normal ones better than PCA by 0.300 of ROC-AUC",
            report.Verdict,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANarrowIntervalAroundZeroIsEquivalence()
    {
        var report = Of(new DetectorRun { Groups = 100, Overlooked = (_, _) => 3 });

        Assert.Equal(VerdictOutcome.Equivalent, report.Comparison?.Outcome);
        Assert.Contains(
            "equivalent: PCA and fp32 autoencoder tell anomalous windows from normal ones equally well within 0.01 of ROC-AUC",
            report.Verdict,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ASpreadWiderThanTheDifferenceSaysHowManyMachinesToRecord()
    {
        var report = Of(new DetectorRun());

        Assert.Equal(VerdictOutcome.Inconclusive, report.Comparison?.Outcome);
        Assert.Contains(
            FormattableString.Invariant($"inconclusive: record {report.Comparison!.MoreGroups!.Value.Low} to "),
            report.Verdict,
            StringComparison.Ordinal);
    }

    [Fact]
    public void SimulatedDetectorsSupportNoClaim() =>
        Assert.Equal(VerdictOutcome.NoClaim, Of(new DetectorRun { Simulated = true }).Comparison?.Outcome);

    [Fact]
    public void AMachineWithoutAFaultStandsInNoDifference()
    {
        var fault = DetectorRun.Stream(0, "anomaly");
        var report = Of(new DetectorRun { Change = answer => answer.Stream == fault ? null : answer });

        Assert.Equal(5, report.Comparison?.Groups);
        Assert.Null(report.Models[0].PerGroup[0].RocAuc);
    }

    [Fact]
    public void WithoutAnyFaultNothingIsMeasured()
    {
        var report = Of(new DetectorRun { Change = answer => answer.Truth == "anomaly" ? null : answer });

        Assert.Equal(VerdictOutcome.NotMeasured, report.Comparison?.Outcome);
        Assert.Contains("not measured: 0 subjects cannot show how far ROC-AUC varies", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void WindowsOfDifferentMachinesAreNotRankedAgainstEachOther()
    {
        var half = Enumerable.Range(0, 6).Select(group => DetectorRun.Stream(group, group < 3 ? "normal" : "anomaly")).ToHashSet();
        var report = Of(new DetectorRun { Change = answer => half.Contains(answer.Stream) ? answer : null });

        Assert.All(report.Models, model => Assert.Null(model.RocAuc));
    }

    [Fact]
    public void EventsDelaysAndFalseAlarmsStandBesideTheVerdict()
    {
        var events = Of(new DetectorRun
        {
            Overlooked = (model, group) => model == DetectorRun.Pca ? DetectorRun.WindowsPerRecording : group == 0 ? 3 : 0,
        }).Models;

        Assert.Equal((6, 0, 6), (events[0].Events!.Events, events[0].Events!.Found, events[0].Events!.Missed));
        Assert.Null(events[0].Events!.DelayS);
        var found = events[1].Events!;
        Assert.Equal((6, 0), (found.Found, found.Missed));
        // Two of three windows of 2.56 s open an event; the first machine's are hidden for three windows more.
        Assert.Equal(5.12, found.DelayS!.Median, 1e-9);
        Assert.Equal(0, found.FalseAlarms!.Count);
        Assert.Equal(6 * DetectorRun.WindowsPerRecording * 2.56 / 3600, found.FalseAlarms.WatchedHours, 1e-9);
        Assert.True(found.FalseAlarms.High > 0);
        Assert.Equal(["m00", "m01", "m02", "m03", "m04", "m05"], found.PerGroup.Select(group => group.Group));
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(1, 7)]
    public void AnEventEndsWhereTheDeviceEndedASegment(int segment, int events)
    {
        var fault = DetectorRun.Stream(0, "anomaly");
        var report = Of(new DetectorRun { Change = answer =>
            answer.Stream == fault && answer.StartMs >= 10 * 2560 ? answer with { Segment = segment } : answer });

        Assert.Equal(events, report.Models[0].Events!.Events);
    }

    [Fact]
    public void AWindowThatTheDeviceDroppedEndsNoEvent()
    {
        var dropped = (Stream: DetectorRun.Stream(0, "anomaly"), StartMs: 10 * 2560L);
        var report = Of(new DetectorRun { Change = answer => (answer.Stream, answer.StartMs) == dropped ? null : answer });

        Assert.Equal(6, report.Models[0].Events!.Events);
    }

    [Fact]
    public void AnAnswerWithoutADecisionIsLeftOut() => Assert.Contains(
        "answers left out: decision '' is no label of 'fan-anomaly-pca'",
        Of(new DetectorRun
        {
            Change = answer => answer.Model == DetectorRun.Pca && answer.StartMs == 0 ? answer with { Decision = null } : answer,
        }).Problems[0],
        StringComparison.Ordinal);

    private static ComparisonReport Of(DetectorRun run) => ReportAssembly.Assemble(run.ToInput());
}
