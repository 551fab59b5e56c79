using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Tests.Verdicts;

public class VerdictTests
{
    [Fact]
    public void ADifferenceInEveryGroupIsSupported()
    {
        var report = Of(new SampleRun
        {
            Groups = 10,
            Errors = (model, group) => model == SampleRun.Trees ? group % 2 : 4 + group % 3,
        });

        Assert.Equal(VerdictOutcome.Supported, report.Comparison?.Outcome);
        Assert.Contains("supported: FastTree is more accurate than int8 CNN by", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNetworkCanWinToo() => Assert.Contains(
        "supported: int8 CNN is more accurate than FastTree by",
        Of(new SampleRun { Groups = 8, Errors = (model, group) => model == SampleRun.Trees ? 5 + group % 2 : 1 }).Verdict,
        StringComparison.Ordinal);

    [Fact]
    public void ANarrowIntervalAroundZeroIsEquivalence()
    {
        var report = Of(new SampleRun
        {
            Groups = 30,
            WindowsPerGroup = 200,
            Errors = (model, group) => 20 + (model == SampleRun.Trees ? group % 2 : (group + 1) % 2),
        });

        Assert.Equal(VerdictOutcome.Equivalent, report.Comparison?.Outcome);
        Assert.Contains("equally accurate within 1 point", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void ASpreadWiderThanTheDifferenceIsInconclusiveAndSaysHowManyMoreToRecord()
    {
        var report = Of(new SampleRun());

        Assert.Equal(VerdictOutcome.Inconclusive, report.Comparison?.Outcome);
        var more = report.Comparison!.MoreGroups!.Value;
        Assert.InRange(more.Low, 1, more.High);
        Assert.Contains(
            FormattableString.Invariant($"inconclusive: record {more.Low} to {more.High} more subjects ")
                + "and compare once more (look 2, at 0.5 %)",
            report.Verdict,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FiveGroupsAreNeverEnoughForASupportedDifference()
    {
        var report = Of(new SampleRun { Errors = (model, _) => model == SampleRun.Trees ? 0 : 10 });

        Assert.Equal(VerdictOutcome.Inconclusive, report.Comparison?.Outcome);
        Assert.Null(report.Comparison?.MinimumDetectable);
        Assert.Equal("5 groups can't show equality; 6 or more are needed", report.Comparison?.Objection);
    }

    [Fact]
    public void ModelsThatAnswerAFewWindowsAlikeAreNotCalledEquivalent()
    {
        var report = Of(new SampleRun { Groups = 12, WindowsPerGroup = 50, Errors = (_, _) => 0 });

        Assert.Equal(VerdictOutcome.Inconclusive, report.Comparison?.Outcome);
        Assert.Contains("0 changed answers in 12 groups of few windows", report.Verdict, StringComparison.Ordinal);
        Assert.True(report.Models[0].Accuracy.Low < 1);
    }

    [Fact]
    public void AStatedMarginDecidesWhatIsEquivalent()
    {
        var input = new SampleRun { Groups = 12, Errors = (model, group) => (model == SampleRun.Trees ? 2 : 1) + group % 2 }.ToInput();

        Assert.Equal(VerdictOutcome.Equivalent, ReportAssembly.Assemble(input with { Margin = 0.1 }).Comparison?.Outcome);
        Assert.NotEqual(VerdictOutcome.Equivalent, ReportAssembly.Assemble(input).Comparison?.Outcome);
    }

    [Fact]
    public void ALaterLookAsksForMoreAndSaysWhichItIs()
    {
        var input = new SampleRun { Groups = 8, Errors = (model, group) => model == SampleRun.Trees ? group % 2 : 3 + group % 3 }.ToInput();

        Assert.Equal(VerdictOutcome.Supported, ReportAssembly.Assemble(input).Comparison?.Outcome);
        var second = ReportAssembly.Assemble(input with { Openings = input.Openings with { Look = 2 } }).Comparison!;
        Assert.Equal((VerdictOutcome.Inconclusive, 2, 0.005), (second.Outcome, second.Look, second.Level));
    }

    [Fact]
    public void OneGroupMeasuresNothing()
    {
        var report = Of(new SampleRun { Groups = 1 });

        Assert.Equal(VerdictOutcome.NotMeasured, report.Comparison?.Outcome);
        Assert.Null(report.Models[0].Accuracy.Low);
        Assert.Contains("not measured: 1 subject cannot show", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void SimulatedDataSupportNoClaimHoweverLargeTheDifference()
    {
        var report = Of(new SampleRun { Simulated = true, Groups = 12, Errors = (model, _) => model == SampleRun.Trees ? 0 : 10 });

        Assert.Equal(VerdictOutcome.NoClaim, report.Comparison?.Outcome);
        Assert.StartsWith("Simulated data, which checks the tools and supports no claim", report.Verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("supported:", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void QuickBudgetsAreNoBasisForAChoiceHoweverLargeTheDifference()
    {
        var report = Of(new SampleRun { Quick = SampleRun.Int8, Groups = 12, Errors = (model, _) => model == SampleRun.Trees ? 0 : 10 });

        Assert.Equal(VerdictOutcome.NoClaim, report.Comparison?.Outcome);
        Assert.StartsWith(
            "Quick budgets, which show that everything runs and are no basis for a choice: on ", report.Verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("supported:", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void QuickBudgetsOfAThirdModelAreNothingToTheVerdict()
    {
        var report = Of(new SampleRun { Quick = SampleRun.Float, Groups = 12, Errors = (model, _) => model == SampleRun.Trees ? 0 : 10 });

        Assert.Equal(VerdictOutcome.Supported, report.Comparison?.Outcome);
        Assert.StartsWith("On ", report.Verdict, StringComparison.Ordinal);
        Assert.Equal(["quick budgets"], report.Marks);
    }

    [Fact]
    public void ALeakySplitIsCalledOptimistic() => Assert.StartsWith(
        "Optimistic: leaky split", Of(new SampleRun { Leaky = true }).Verdict, StringComparison.Ordinal);

    [Fact]
    public void TheSentenceSaysWhereItStandsAndThatCostIsNotMeasured()
    {
        var verdict = Of(new SampleRun()).Verdict;

        Assert.Contains("geotec_har", verdict, StringComparison.Ordinal);
        Assert.Contains("split subject", verdict, StringComparison.Ordinal);
        Assert.Contains("Example Processor 9000", verdict, StringComparison.Ordinal);
        Assert.Contains("cost on your own device is not measured yet", verdict, StringComparison.Ordinal);
        Assert.Contains("214.6 kB", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoNetworksAloneHaveNoVerdict()
    {
        var input = new SampleRun().ToInput();
        var networks = input with
        {
            Models = [.. input.Models.Skip(1)],
            Observations = [.. input.Observations.Where(answer => answer.Model != SampleRun.Trees)],
        };
        var report = ReportAssembly.Assemble(networks);

        Assert.Null(report.Comparison);
        Assert.Contains("a tree model and a network are needed", report.Verdict, StringComparison.Ordinal);
    }

    private static ComparisonReport Of(SampleRun run) => ReportAssembly.Assemble(run.ToInput());
}
