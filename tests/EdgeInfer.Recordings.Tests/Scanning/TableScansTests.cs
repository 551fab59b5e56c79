using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Scanning;
using EdgeInfer.Recordings.Tables;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Scanning;

public sealed class TableScansTests : IDisposable
{
    private const int Rows = 60_000;

    private readonly TemporaryFolder _folder = new();

    private readonly Dataset _dataset = new()
    {
        Schema = Dataset.CurrentSchema,
        Name = "scanned",
        Licence = "none",
        Kind = DatasetKind.SensorCsv,
        Task = EdgeInfer.Core.Tasks.TaskKind.Classification,
        Labels = [new("low"), new("high")],
        Channels = [new("v", "V"), new("w", "V")],
        RateHz = 100,
        Timestamp = new("t", "ms"),
        LabelColumn = "label",
        GroupColumn = "group",
        Window = new(1, 0),
        Splits = [],
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnePassThatKeepsNoRowsSaysWhatTheWholeTableSays()
    {
        Write(row => row * 10L);
        var facts = Scan(out var problems);
        Assert.Empty(problems.Found);
        var table = new SampleTables(_folder.Path, _dataset).Read(_folder.File("t.csv"), problems);
        Assert.Equal(table.Runs!, facts.Runs.Select(run => run.Run));
        foreach (var run in facts.Runs)
        {
            var rows = Enumerable.Range(run.Run.First, run.Run.Count).ToArray();
            Assert.Equal(ContentChunks.Of(rows.Select(row => RowHash.OfChannels(table.Values.AsSpan(2 * row, 2)))), run.Pieces);
            Assert.Equal(rows.Select(row => table.Labels![row]).Distinct().Order(), run.Labels.Order());
            Assert.Equal(rows.Count(row => !float.IsFinite(table.Values[2 * row])), run.NonFinite);
            Assert.Equal(100, run.Steps.RateHz()!.Value, 9);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(4_096)]
    [InlineData(28_672)]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(33_000)]
    public void ARowOutOfOrderIsRefusedByItsLineWhereverItStands(int late)
    {
        Write(row => row == late ? row * 10L - 25 : row * 10L);
        Scan(out var problems);
        var problem = Assert.Single(problems.Found);
        Assert.StartsWith($"{_folder.File("t.csv")}:{late + 2}: the row is out of order", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(28_672)]
    [InlineData(32_767)]
    [InlineData(33_000)]
    public void AClockThatIsSetBackIsANoteWhereverItStands(int reset)
    {
        Write(row => row >= reset ? (row - reset) * 10L : row * 10L);
        var facts = Scan(out var problems);
        Assert.Empty(problems.Found);
        var note = Assert.Single(facts.Notes);
        Assert.StartsWith($"{_folder.File("t.csv")}:{reset + 2}: the clock runs back by ", note, StringComparison.Ordinal);
        Assert.Equal(1, facts.Runs.Sum(run => run.Gaps));
    }

    [Fact]
    public void AnEmptyGroupIsRefusedByItsLine()
    {
        File.WriteAllText(_folder.File("t.csv"), "t,v,w,label,group\n0,1,1,low,\n10,1,1,low,one\n20,1,1,low,\n");
        Scan(out var problems);
        Assert.Equal(
            [":2: column 'group': is empty", ":4: column 'group': is empty"],
            problems.Found.Select(problem => problem.Message[_folder.File("t.csv").Length..]));
    }

    [Fact]
    public void WhatIsPassedOverAmongTheRowsIsNoted()
    {
        File.WriteAllText(
            _folder.File("t.csv"),
            "t,v,w,label,group\n0,1,1,low,one\n# lost\n10,1,1,low,one\nt,v,w,label,group\n20,1,1,low,one\n");
        Assert.Equal(
            [
                ": 1 lines of comment among the rows were passed over",
                ": the header comes again 1 times, as where a logger starts anew",
            ],
            Scan(out _).Notes.Select(note => note[_folder.File("t.csv").Length..]));
    }

    [Fact]
    public void AFileWithoutRowsIsRefused()
    {
        File.WriteAllText(_folder.File("t.csv"), "t,v,w,label,group\n");
        var error = Assert.Throws<InvalidInputException>(() => Scan(out _));
        Assert.Equal("the file has a header but no rows", error.Reason);
    }

    private void Write(Func<int, long> time)
    {
        var random = new Random(3);
        var text = new StringBuilder("t,v,w,label,group\n");
        for (var row = 0; row < Rows; row++)
        {
            var value = row % 997 == 5 ? "nan" : FormattableString.Invariant($"1.{random.Next(100)}");
            text.Append(CultureInfo.InvariantCulture, $"{time(row)},{value},0.5,");
            text.Append(row % 500 < 250 ? "low," : "high,").Append(row < 45_000 ? "one\n" : "two\n");
        }

        File.WriteAllText(_folder.File("t.csv"), text.ToString());
    }

    private TableFacts Scan(out Problems problems)
    {
        problems = Problems.Gather();
        return new TableScans(_folder.Path, _dataset, problems).Of(_folder.File("t.csv"));
    }
}
