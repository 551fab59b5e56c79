using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Tests.Checks;

public class WindowAgreementTests
{
    private const string First = "subject-13/0";

    [Fact]
    public void ASoundRunHasNoProblems() => Assert.Empty(ReportAssembly.Assemble(new SampleRun().ToInput()).Problems);

    [Fact]
    public void AWindowThatOneModelMissedForbidsAVerdict()
    {
        var report = With(answer => answer is { Model: SampleRun.Int8, Window: First } ? null : answer);

        Assert.Contains($"lacks 1 of {SampleRun.Trees}'s 100", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal(VerdictOutcome.NotMeasured, report.Comparison?.Outcome);
        Assert.Contains("no verdict", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void AWindowOfAnotherTruthIsFound() => Assert.Contains(
        "1 with another truth; for example window subject-13/0",
        Assert.Single(With(answer => answer is { Model: SampleRun.Int8, Window: First } ? answer with { Truth = "sit" } : answer).Problems),
        StringComparison.Ordinal);

    [Fact]
    public void AnAnswerOfAnotherModelFileIsLeftOutAndBothHashesAreNamed()
    {
        var problems =
            With(answer => answer is { Model: SampleRun.Int8, Window: First } ? answer with { ModelSha256 = "beef" } : answer).Problems;

        Assert.Contains(problems, problem =>
            problem.Contains("'beef'", StringComparison.Ordinal) && problem.Contains(new string('c', 64), StringComparison.Ordinal));
    }

    [Fact]
    public void AnAnswerWithoutTheMarksOfBundleAndDataIsLeftOutAndBothAreNamed()
    {
        var input = new SampleRun
        {
            Leaky = true,
            Change = answer => answer is { Model: SampleRun.Int8, Window: First } ? answer with { Marks = default } : answer,
        };

        Assert.Contains(
            $"1 answers left out: marks of '{SampleRun.Int8}' are [] in the messages and [leaky] in bundle and data",
            ReportAssembly.Assemble(input.ToInput()).Problems);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("stream")]
    [InlineData("truth")]
    [InlineData("label")]
    [InlineData("scores")]
    [InlineData("latency")]
    public void AnAnswerThatDoesNotFitTheRunIsLeftOutAndTold(string field)
    {
        var report = With(answer => answer is { Model: SampleRun.Int8, Window: First } ? Break(answer, field) : answer);

        Assert.Contains(report.Problems, problem => problem.StartsWith("1 answers left out", StringComparison.Ordinal));
        Assert.Equal(99, report.Models[2].Accuracy.Windows);
    }

    private static Observation Break(Observation answer, string field) => field switch
    {
        "model" => answer with { Model = "stranger" },
        "stream" => answer with { Stream = "stranger" },
        "truth" => answer with { Truth = "fly" },
        "label" => answer with { Label = "fly" },
        "scores" => answer with { Scores = [1] },
        _ => answer with { LatencyUs = double.NaN },
    };

    private static ComparisonReport With(Func<Observation, Observation?> change) =>
        ReportAssembly.Assemble(new SampleRun { Change = change }.ToInput());
}
