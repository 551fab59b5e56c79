using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Tests.Samples;

namespace EdgeInfer.Comparison.Tests.Console;

public class SummaryTableTests
{
    [Fact]
    public void ThereIsARowAModelAndACellAColumn()
    {
        var table = SummaryTable.Of(ReportAssembly.Assemble(new SampleRun().ToInput()));

        Assert.Equal([SampleRun.Trees, SampleRun.Float, SampleRun.Int8], table.Rows.Select(row => row[0]));
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal("93.0 %", table.Rows[0][1]);
    }

    [Fact]
    public void TheTitleSaysWhatTheFiguresMustBeReadWith() => Assert.EndsWith(
        "(simulated; quick budgets; optimistic: leaky split)",
        SummaryTable.Of(ReportAssembly.Assemble(new SampleRun { Simulated = true, Quick = SampleRun.Trees, Leaky = true }.ToInput())).Title,
        StringComparison.Ordinal);

    [Fact]
    public void ATailStandsInTheBracketsOfItsIntervalOrIsSaidToBeTooSmall()
    {
        var (few, many) = (Tail(new SampleRun()), Tail(new SampleRun { WindowsPerGroup = 300 }));

        Assert.Equal("n too small", few);
        Assert.Matches("^[0-9.]+ µs \\[[0-9.]+ µs, [0-9.]+ µs\\]$", many);

        static string Tail(SampleRun run)
        {
            var table = SummaryTable.Of(ReportAssembly.Assemble(run.ToInput()));
            return table.Rows[0][table.Columns.ToList().IndexOf("p99, 95 % interval")];
        }
    }

    [Fact]
    public void WindowsThatAModelCouldNotAnswerAreTold()
    {
        var input = new SampleRun().ToInput() with { NonFiniteWindows = new Dictionary<string, long> { [SampleRun.Int8] = 3 } };

        var notes = SummaryTable.Of(ReportAssembly.Assemble(input)).Notes;

        Assert.Equal(
            "har-phone-cnn-int8 did not answer 3 windows: a sample or a score was NaN or an infinity",
            Assert.Single(notes, note => note.Contains("did not answer", StringComparison.Ordinal)));
    }

    [Fact]
    public void ALossIsCounted()
    {
        var input = new SampleRun().ToInput() with { Mqtt = new(306, 304, 2, 0) };

        Assert.Contains("2 lost", SummaryTable.Of(ReportAssembly.Assemble(input)).Notes[0], StringComparison.Ordinal);
    }
}
