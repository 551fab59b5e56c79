using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Tables;

public sealed class JoinedSensorsTests
{
    [Fact]
    public void TheOtherSensorsAreInterpolatedAtTheTimesOfTheFirst()
    {
        using var folder = Joined();
        var samples = folder.Samples("one");

        Assert.Equal([0.1, 0.2, 0.3], samples.Seconds());
        Assert.Equal([1f, 15, 2, 25, 3, 35], samples.Values());
    }

    [Fact]
    public void NoValueIsMadeUpInsideAGapOfASensor()
    {
        using var folder = Joined();
        folder.Write("one/acc.csv", Rows(0, 100, 60));
        folder.Write("one/gyro.csv", "t,v\n0,0\n50,1\n100,2\n150,3\n4000,9\n4050,9\n");
        var samples = folder.Samples("one");

        Assert.Equal([0f, 0, 1, 2], samples.Values()[..4]);
        Assert.All(Enumerable.Range(2, 38), row => Assert.Equal(float.NaN, samples.Values(row)[1]));
        Assert.Equal(9f, samples.Values(40)[1]);
    }

    [Fact]
    public void AFasterSensorIsFilteredBeforeItMeetsTheReferenceWhereTheDataSetSaysSo()
    {
        using var folder = Joined();
        folder.Write("one/acc.csv", Rows(0, 100, 100));
        // A tone of 9 Hz sampled at 100 Hz folds to 1 Hz at 10 Hz.
        folder.Write("one/gyro.csv", "t,v\n" + string.Concat(Enumerable.Range(0, 1000).Select(
            i => FormattableString.Invariant($"{10 * i},{Math.Cos(2 * Math.PI * 0.09 * i)}\n"))));
        Assert.InRange(Largest(), 0.9, 1);
        folder.Describe("\"resampling\": \"filtered\"");
        Assert.InRange(Largest(), 0, 0.004);

        double Largest()
        {
            var samples = folder.Samples("one");
            return Enumerable.Range(30, 40).Max(row => Math.Abs(samples.Values(row)[1]));
        }
    }

    [Fact]
    public void WithoutSplitCsvEveryFolderThatHoldsAllFilesIsARecording()
    {
        using var folder = Joined();
        folder.Describe("\"group_origin\": \"blocks\", \"blocks\": 2, \"label_column\": \"state\"");
        folder.Replace("dataset.json", "\"by\": \"file\", \"file\": \"split.csv\"",
            "\"by\": \"groups\", \"train\": [\"one-01\", \"two-01\"], \"test\": [\"one-02\", \"two-02\"]");
        Directory.CreateDirectory(folder.File("three"));
        folder.Write("three/acc.csv", "t,v\n0,1\n");
        foreach (var name in new[] { "one", "two" })
        {
            folder.Write($"{name}/acc.csv", "t,v,state\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{100 * i},{i},low\n")));
            folder.Write($"{name}/gyro.csv", Rows(0, 100, 60));
        }

        Assert.Equal(
            ["one-01", "one-02", "two-01", "two-02"], RecordingSet.Open(folder.Path).Recordings.Select(recording => recording.Group));
    }

    [Fact]
    public void AMissingFileAndClocksWithoutCommonTimeAreNamed()
    {
        using var folder = Joined();
        folder.Write("one/gyro.csv", Rows(90_000, 100, 3));
        Assert.Equal(
            "one: the clocks have no time in common: acc.csv runs from 0 s to 0.4 s, gyro.csv runs from 90 s to 90.2 s",
            folder.SampleError("one"));
        File.Delete(folder.File("one/gyro.csv"));
        Assert.Equal("one: holds no file 'gyro.csv', which channels.file names", folder.SampleError("one"));
        Directory.Delete(folder.File("one"), recursive: true);
        Assert.Equal("one: folder not found, but channels.file says that a recording is a folder", folder.SampleError("one"));
    }

    [Fact]
    public void TheHashOfTheDataCoversEverySensorsFile()
    {
        using var folder = Joined();
        var before = RecordingSet.Open(folder.Path).DataSha256;
        folder.Write("two/gyro.csv", Rows(50, 100, 8));
        Assert.NotEqual(before, RecordingSet.Open(folder.Path).DataSha256);
    }

    [Fact]
    public void ACopyOfOneSensorsFileOnTheOtherSideIsFound()
    {
        using var folder = Joined();
        folder.Write("one/acc.csv", Rows(0, 100, 30));
        folder.Write("two/acc.csv", Rows(0, 100, 31));
        folder.Write("one/gyro.csv", Rows(0, 50, 70));
        folder.Write("two/gyro.csv", Rows(0, 50, 70));
        Assert.Contains(
            "is a copy of one of group 'p', which is trained on (the files are identical)",
            SideCopies.Find(RecordingSet.Open(folder.Path))!.Message, StringComparison.Ordinal);
    }

    private static SensorFolder Joined()
    {
        var folder = new SensorFolder();
        folder.Replace(
            "dataset.json",
            "{ \"name\": \"v\", \"unit\": \"V\" }",
            """
            { "name": "a", "column": "v", "file": "acc.csv", "unit": "V" },
            { "name": "g", "column": "v", "file": "gyro.csv", "unit": "V" }
            """);
        folder.Write("split.csv", "path,label,group,split\none,low,p,train\ntwo,high,q,test\n");
        foreach (var name in new[] { "one", "two" })
        {
            Directory.CreateDirectory(folder.File(name));
            folder.Write($"{name}/acc.csv", Rows(0, 100, 5));
            folder.Write($"{name}/gyro.csv", "t,v\n50,10\n150,20\n250,30\n350,40\n");
        }

        return folder;
    }

    private static string Rows(int start, int step, int count) =>
        "t,v\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{start + (step * i)},{i}\n"));
}
