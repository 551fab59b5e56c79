using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Ledger;

public sealed class OpeningLedgerTests : IDisposable
{
    private readonly SensorFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryRunIsOneOpeningHoweverOftenItReadsTheTestSide()
    {
        var demo = OpeningRun.New();
        foreach (var verb in new[] { "trees", "net", "replay", "demo" })
            Assert.Equal("test side opened once", Record(demo, verb).Describe());

        Assert.Equal("test side opened 2 times", Record(OpeningRun.New(), "compare").Describe());
        Assert.Equal(2, Lines().Length);
        Assert.Contains("\"verb\":\"trees\"", Lines()[0], StringComparison.Ordinal);
        Assert.Contains("\"count\":2", Lines()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherSplitHasAnotherTestSide()
    {
        Record(OpeningRun.New(), "train");
        _folder.Replace("split.csv", "c.csv,low,two,test\nd.csv,high,two,test", "c.csv,low,three,test\nd.csv,high,three,test");

        Assert.Equal("test side opened once, test sides of this folder 2 times", Record(OpeningRun.New(), "train").Describe());
    }

    [Fact]
    public void AVerdictOnAnotherTestSideIsALaterLookAndOneOnTheSameIsNot()
    {
        Assert.Equal(1, Record(OpeningRun.New(), "compare").Look);
        Assert.Equal(1, Record(OpeningRun.New(), "compare").Look);
        _folder.Replace("split.csv", "d.csv,high,two,test", "d.csv,high,three,test");

        Assert.Equal(2, Record(OpeningRun.New(), "train").Look);
        Assert.Equal(2, Record(OpeningRun.New(), "compare").Look);
    }

    [Fact]
    public void LeavingOutAGroupOrARecordingIsALaterLookToo()
    {
        Record(OpeningRun.New(), "compare");
        _folder.Replace("split.csv", "d.csv,high,two,test", "d.csv,high,two,train");
        _folder.Replace("dataset.json", "\"file\": \"split.csv\"", "\"file\": \"split.csv\", \"leaky\": true");

        Assert.Equal(2, Record(OpeningRun.New(), "compare").Look);
    }

    [Fact]
    public void TrainingAsksForNoVerdict()
    {
        Record(OpeningRun.New(), "train");
        _folder.Replace("split.csv", "d.csv,high,two,test", "d.csv,high,three,test");

        Assert.Equal(1, Record(OpeningRun.New(), "compare").Look);
    }

    [Fact]
    public async Task WritersAtOnceLoseNoLine()
    {
        const int Writers = 8;
        const int Openings = 12;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < Openings; i++)
                    Record(OpeningRun.New(), "compare");
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(Writers * Openings, Lines().Length);
        Assert.Equal(Enumerable.Range(1, Writers * Openings).Select(i => $"\"count\":{i}}}"), Lines().Select(line => line[line.IndexOf(
            "\"count\"", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void TheLedgerIsNoRecordingAndChangesNoHash()
    {
        var before = RecordingSet.Open(_folder.Path);
        var (data, split) = (before.DataSha256, before.SplitSha256);
        Record(OpeningRun.New(), "train");
        var after = RecordingSet.Open(_folder.Path);

        Assert.Equal((data, split, before.Recordings.Count), (after.DataSha256, after.SplitSha256, after.Recordings.Count));
    }

    [Theory]
    [InlineData("nonsense\n", "'nonsense' is an invalid JSON literal")]
    [InlineData("{\"time\":\"2026-11-28T00:00:00Z\"}\n", "missing required properties")]
    [InlineData("null\n", "it is null")]
    [InlineData("{\"time\"", "it is cut off")]
    public void ADamagedLineIsNamed(string damage, string reason)
    {
        Record(OpeningRun.New(), "train");
        File.AppendAllText(_folder.File(OpeningLedger.FileName), damage);

        var message = Assert.Throws<InvalidInputException>(() => Record(OpeningRun.New(), "train")).Message;
        Assert.StartsWith(
            $"{_folder.File(OpeningLedger.FileName)}:2: the line is no opening of a test side: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.EndsWith("mend it, or remove this line alone", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsReadOnlyStopsNoWorkAndSaysThatNothingIsCounted()
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = File.GetUnixFileMode(_folder.Path);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(
                $"openings of the test side are not counted: {_folder.Path} is read-only", Record(OpeningRun.New(), "train").Describe());
            Assert.False(File.Exists(_folder.File(OpeningLedger.FileName)));
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, before);
        }
    }

    private OpeningCount Record(OpeningRun run, string verb) =>
        OpeningLedger.Record(RecordingSet.Open(_folder.Path), verb, [], run, TimeProvider.System);

    private string[] Lines() => File.ReadAllLines(_folder.File(OpeningLedger.FileName));
}
