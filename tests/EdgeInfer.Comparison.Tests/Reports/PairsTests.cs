using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Tests.Reports;

public class PairsTests
{
    [Fact]
    public void EveryTwoCandidatesAreAPairAndThatOfTheVerdictComesFirst()
    {
        var report = ReportAssembly.Assemble(new SampleRun().ToInput());

        Assert.Equal(
            [(SampleRun.Trees, SampleRun.Int8), (SampleRun.Trees, SampleRun.Float), (SampleRun.Float, SampleRun.Int8)],
            report.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal([false, true, true], report.Pairs.Select(pair => pair.Exploratory));
        Assert.Same(report.Pairs[0], report.Comparison);
        Assert.Contains(report.Pairs[0].Sentence, report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void TheUserNamesTheQuestion()
    {
        var report = ReportAssembly.Assemble(new SampleRun().ToInput() with { Headline = (SampleRun.Float, SampleRun.Int8) });

        Assert.Equal((SampleRun.Float, SampleRun.Int8), (report.Comparison!.First, report.Comparison.Second));
        Assert.Equal(3, report.Pairs.Count);
        Assert.Contains("int8 CNN", report.Comparison.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void CandidatesOfOneFamilyAndFormatGoByTheirNames()
    {
        var input = new SampleRun().ToInput();
        var alike = input with
        {
            Models = [.. input.Models.Select(model => model with { Family = ModelFamily.Cnn, Format = ModelFormat.Int8 })],
        };

        Assert.Equal(
            [SampleRun.Trees, SampleRun.Float, SampleRun.Int8], ReportAssembly.Assemble(alike).Models.Select(model => model.Title));
    }

    [Fact]
    public void ThePageTellsTheOtherPairsAndThatTheyAreExploratory()
    {
        var report = ReportAssembly.Assemble(new SampleRun().ToInput());
        var page = HtmlReport.Render(report);

        Assert.Contains("The other pairs", page, StringComparison.Ordinal);
        Assert.Contains("Exploratory", page, StringComparison.Ordinal);
        Assert.All(report.Pairs, pair => Assert.Contains(pair.Sentence, page, StringComparison.Ordinal));
    }

    [Fact]
    public void WhereTheRunHasProblemsNoPairClaimsAnything()
    {
        var run = new SampleRun { Change = answer => answer is { Model: SampleRun.Int8, Window: "subject-13/0" } ? null : answer };

        Assert.All(ReportAssembly.Assemble(run.ToInput()).Pairs, pair =>
        {
            Assert.Equal((VerdictOutcome.NotMeasured, null), (pair.Outcome, pair.Difference));
            Assert.Contains("the run has problems", pair.Sentence, StringComparison.Ordinal);
        });
    }
}
