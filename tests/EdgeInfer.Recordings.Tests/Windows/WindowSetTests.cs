using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Windows;

public sealed class WindowSetTests
{
    [Fact]
    public void WindowsCarryTheirRecordingGroupLabelAndStart()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Test), set.TestShape);

        Assert.Equal(["c", "c", "c", "d", "d", "d"], windows.RecordingIds);
        Assert.Equal(["two", "two", "two", "two", "two", "two"], windows.Groups);
        Assert.Equal([0, 0, 0, 1, 1, 1], windows.Labels);
        Assert.Equal([1_000_000_000, 2_000_000_000, 3_000_000_000], windows.StartNanoseconds[..3]);
        Assert.Equal(Enumerable.Range(10, 10).Select(i => i + 0.5f), windows.Values[1]);
        Assert.Equal((0, 0), (windows.Gaps, windows.Ambiguous));
    }

    [Fact]
    public void TrainingWindowsOverlapAndAGapIsCountedAndNotBridged()
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", SensorFolder.Rows(30).Replace("2500,15.5\n2600,16.5\n2700,17.5\n", "", StringComparison.Ordinal));
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings.Take(1), set.TrainingShape);

        Assert.Equal(1, windows.Gaps);
        Assert.Equal([1_000_000_000, 1_500_000_000, 2_800_000_000], windows.StartNanoseconds);
        Assert.Equal([0, 0, 1], windows.Segments);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    public void AWindowWithASampleThatIsNoNumberIsLeftOutAndCounted(string word)
    {
        using var folder = new SensorFolder();
        folder.Replace("a.csv", "2500,15.5", $"2500,{word}");
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings.Take(1), set.TrainingShape);

        Assert.Equal(2, windows.NonFinite);
        Assert.Equal([1_000_000_000, 1_500_000_000, 3_000_000_000], windows.StartNanoseconds);
        Assert.Equal([0, 0, 1], windows.Segments);
        Assert.Equal(2, windows.At([0]).NonFinite);
    }

    [Fact]
    public void ASegmentEndsWithItsRecordingAndWhereAWindowIsLeftOut()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings.Take(2), set.TestShape);

        Assert.Equal([0, 0, 0, 1, 1, 1], windows.Segments);
        Assert.Equal([0, 1, 2, 2], windows.At([0, 2, 4, 5]).Segments);
    }

    [Fact]
    public void ALabelColumnGivesAWindowItsMajorityAndDropsWhatHasNone()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"window\"", "\"label_column\": \"state\", \"window\"");
        folder.Replace("dataset.json", "{ \"name\": \"low\" }", "{ \"name\": \"middle\" }, { \"name\": \"low\", \"value\": \"L\" }");
        folder.Write("split.csv", "path,label,group,split\na.csv,per-row,one,train\nb.csv,per-row,two,test\n");
        var rows = Enumerable.Range(0, 30).Select(
            i => $"{1000 + (100 * i)},{i},{(i < 16 ? "L" : i < 20 ? "middle" : i % 3 == 0 ? "L" : i % 3 == 1 ? "middle" : "high")}\n");
        folder.Write("a.csv", "t,v,state\n" + string.Concat(rows));
        folder.Write("b.csv", "t,v,state\n1000,1,L\n");
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings, set.TestShape);

        Assert.Equal([1, 1], windows.Labels);
        Assert.Equal(1, windows.Ambiguous);

        folder.Replace("a.csv", "1300,3,L", "1300,3,X");
        Assert.Equal("a.csv:5: column 'state': 'X' is not a label of the task (middle, L, high)", folder.Error());
    }

    [Fact]
    public void AWindowMostOfWhichNoSegmentLabelsIsLeftOutAndCounted()
    {
        using var folder = new SensorFolder();
        folder.Replace(
            "dataset.json",
            "\"window\"",
            """
            "segments": { "file": "{name}.txt", "start_column": "from", "end_column": "to", "label_column": "what", "unit": "s" }, "window"
            """);
        folder.Write("split.csv", "path,label,group,split\na.csv,per-row,one,train\nb.csv,per-row,two,test\n");
        folder.Write("a.txt", "from,to,what\n1,1.8,low\n3,4,high\n");
        folder.Write("b.txt", "from,to,what\n1,2,high\n");
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings, set.TestShape);

        Assert.Equal([0, 1, 1], windows.Labels);
        Assert.Equal([1.0, 3, 1], windows.StartNanoseconds.Select(start => start / 1e9));
        Assert.Equal((3, 0), (windows.Unlabelled, windows.Ambiguous));
        Assert.Equal(3, windows.At([0]).Unlabelled);
    }

    [Fact]
    public void ARecordingFasterThanTheRateIsFilteredOnHostAndInPlaybackAlike()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"window\"", "\"resampling\": \"filtered\", \"window\"");
        folder.Write("a.csv", "t,v\n" + string.Concat(Enumerable.Range(0, 900).Select(
            i => FormattableString.Invariant($"{10 * i},{Math.Cos(2 * Math.PI * 0.09 * i)}\n"))));
        var set = RecordingSet.Open(folder.Path);
        var windows = WindowSet.Read(set, set.Recordings.Take(1), set.TestShape);

        Assert.Equal(9, windows.Values.Length);
        Assert.All(windows.Values[3..6].SelectMany(window => window), value => Assert.InRange(Math.Abs(value), 0, 0.004));
        Assert.Equal(100, set.OpenSource(set.Recordings[0], Playback.Immediate).SampleRateHz!.Value, 1e-6);
        Assert.Equal(windows.Values, Played(set));
    }

    [Fact]
    public void AGroupColumnCutsAFileIntoRunsWithoutWindowsAcrossThem()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"window\"", "\"label_column\": \"state\", \"group_column\": \"room\", \"window\"");
        folder.Replace(
            "dataset.json", "\"by\": \"file\", \"file\": \"split.csv\"", "\"by\": \"groups\", \"train\": [\"A 1\"], \"test\": [\"B\"]");
        folder.Replace("dataset.json", "\"task\"", "\"files\": \"^a\", \"task\"");
        var rows = Enumerable.Range(0, 36).Select(i => $"{1000 + (100 * i)},{i},low,{(i / 12 % 2 == 0 ? "A 1" : "B")}\n");
        folder.Write("a.csv", "t,v,state,room\n" + string.Concat(rows));
        var set = RecordingSet.Open(folder.Path);

        Assert.Equal(["a-01-a-1", "a-02-b", "a-03-a-1"], set.Recordings.Select(recording => recording.Id));
        Assert.Equal([SplitSide.Train, SplitSide.Test, SplitSide.Train], set.Recordings.Select(recording => recording.Side));
        var windows = WindowSet.Read(set, set.Recordings, set.TestShape);
        Assert.Equal([1_000_000_000, 2_200_000_000, 3_400_000_000], windows.StartNanoseconds);

        folder.Replace("dataset.json", "\"test\": [\"B\"]", "\"test\": [\"C\"]");
        Assert.Equal("a.csv: group 'B' is in neither list of split 'rooms'", folder.Error());
    }

    private static List<float[]> Played(RecordingSet set)
    {
        var assembler = new WindowAssembler(set.TestShape);
        var source = set.OpenSource(set.Recordings[0], Playback.Immediate);
        assembler.BeginStream(source.SampleRateHz);
        var windows = new List<float[]>();
        var (sample, window) = (new float[1], new float[10]);
        while (source.TryRead(sample, out var header, default))
        {
            assembler.Push(header, sample);
            TakeAll();
        }

        assembler.Complete();
        TakeAll();
        return windows;

        void TakeAll()
        {
            while (assembler.TryTake(window, out _))
                windows.Add([.. window]);
        }
    }
}
