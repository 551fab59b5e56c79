using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;

namespace EdgeInfer.Comparison.Tests.Reports;

public class ComparisonReportTests
{
    [Fact]
    public void AccuracyIsTheMeanOverGroups()
    {
        // Trees are wrong on 1, 2, 1, 2, 1 of 20 windows.
        var report = ReportAssembly.Assemble(new SampleRun().ToInput());

        Assert.Equal(1 - 7 / 100.0, report.Models[0].Accuracy.Value, 1e-12);
        Assert.Equal(5, report.Models[0].Accuracy.Groups);
        Assert.Equal(100, report.Models[0].Accuracy.Windows);
    }

    [Fact]
    public void AModelOfQuickBudgetsIsMarkedAndSoIsTheReport()
    {
        var report = ReportAssembly.Assemble(new SampleRun { Quick = SampleRun.Int8 }.ToInput());

        Assert.Equal(["quick budgets"], report.Marks);
        Assert.Equal([0, 0, 1], report.Models.Select(model => model.Marks.Count));
        Assert.Equal([0, 0, 1], report.Models.Select(model => model.Accuracy.Marks.Count));
    }

    [Fact]
    public void TheOrderOfArrivalChangesNothing()
    {
        var input = new SampleRun().ToInput();
        var reversed = input with { Observations = [.. input.Observations.Reverse()] };

        Assert.Equal(
            JsonReport.Serialize(ReportAssembly.Assemble(input)), JsonReport.Serialize(ReportAssembly.Assemble(reversed)));
    }

    [Fact]
    public void ARedeliveredAnswerCountsOnce()
    {
        var input = new SampleRun().ToInput();
        var twice = input with { Observations = [.. input.Observations, .. input.Observations] };

        Assert.Equal(100, ReportAssembly.Assemble(twice).Models[0].Accuracy.Windows);
    }

    [Fact]
    public void AModelThatNeverAnsweredIsNamed()
    {
        var run = new SampleRun { Change = answer => answer.Model == SampleRun.Int8 ? null : answer };

        var error = Assert.Throws<InvalidInputException>(() => ReportAssembly.Assemble(run.ToInput()));

        Assert.Contains(SampleRun.Int8, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CpuTimeIsAbsentWhereOneAnswerLacksIt()
    {
        var run = new SampleRun
        {
            Change = answer => answer.Window.EndsWith("/0", StringComparison.Ordinal) ? answer with { CpuUs = null } : answer,
        };

        Assert.Null(ReportAssembly.Assemble(run.ToInput()).Models[0].CpuUs);
    }

    [Fact]
    public void NoBundleIsRefused() =>
        Assert.Throws<InvalidInputException>(() => ReportAssembly.Assemble(new SampleRun().ToInput() with { Models = [] }));

    [Fact]
    public void AModelWhoseTrainingCouldNotBeComparedIsMarkedThoughItsMessagesAreNot()
    {
        var marks = new FigureMarks(Simulated: false, Quick: false, Leaky: false, OriginUnknown: true);
        var report = ReportAssembly.Assemble(
            new SampleRun().ToInput() with { JudgedMarks = new Dictionary<string, FigureMarks> { [SampleRun.Trees] = marks } });

        Assert.Equal(["origin unknown"], report.Marks);
        Assert.All(report.Models, model => Assert.Equal(model.Name == SampleRun.Trees ? ["origin unknown"] : [], model.Marks));
    }

    [Fact]
    public void AModelOfUnknownOriginMarksItsFiguresThePageAndTheVerdict()
    {
        var report = ReportAssembly.Assemble(new SampleRun { OriginUnknown = true }.ToInput());
        var page = HtmlReport.Render(report);

        Assert.Equal(["origin unknown"], report.Marks);
        Assert.All(report.Models, model => Assert.Equal(model.Name == SampleRun.Trees ? ["origin unknown"] : [], model.Marks));
        Assert.StartsWith("Origin unknown, so that a model may have seen these windows: ", report.Verdict, StringComparison.Ordinal);
        Assert.Contains("(origin unknown)", SummaryTable.Of(report).Title, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge warn\">origin unknown</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("verdict settled", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryReportSaysHowOftenTheTestSideWasOpened()
    {
        var report = ReportAssembly.Assemble(new SampleRun().ToInput());

        Assert.Contains("test side opened 3 times", SummaryTable.Of(report).Notes);
        Assert.Contains("test side opened 3 times", PairTable.Of(report).Notes);
        Assert.Contains("test side opened 3 times", HtmlReport.Render(report), StringComparison.Ordinal);
    }
}
