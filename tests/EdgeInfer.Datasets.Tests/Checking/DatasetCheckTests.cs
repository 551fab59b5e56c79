using EdgeInfer.Datasets.Checking;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Checking;

public sealed class DatasetCheckTests
{
    [Fact]
    public void ADataSetInOrderHasNoProblems()
    {
        using var folder = WithoutCopies();
        var report = DatasetCheck.Run(folder.Path);
        Assert.Equal(4, report.Recordings);
        Assert.Empty(report.Problems);
        Assert.Equal(
            [
                "1 group to judge on can't give a verdict, which needs 6: a report shows figures and says so",
                "identical content under 2 classes, all but one of which are wrong: a.csv, b.csv",
                "identical content under 2 classes, all but one of which are wrong: c.csv, d.csv",
            ],
            report.Notes);
    }

    [Fact]
    public void RecordingsThatAreFoldersAreComparedFileByFile()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"unit\": \"V\"", "\"unit\": \"V\", \"file\": \"volts.csv\"");
        folder.Write("split.csv", "path,label,group,split\na,low,one,train\nb,high,one,train\nc,low,two,test\nd,high,two,test\n");
        foreach (var (index, name) in new[] { "a", "b", "c", "d" }.Index())
        {
            Directory.CreateDirectory(folder.File(name));
            folder.Write($"{name}/volts.csv", SensorFolder.Rows(30).Replace(".5", $".{index / 2}7", StringComparison.Ordinal));
        }

        var report = DatasetCheck.Run(folder.Path);
        Assert.Empty(report.Problems);
        Assert.Equal(["identical content: a/volts.csv, b/volts.csv", "identical content: c/volts.csv, d/volts.csv"], report.Notes.Skip(1));
    }

    [Fact]
    public void RecordingsWithoutAWholeWindowAreAProblem()
    {
        using var folder = WithoutCopies();
        folder.Replace("dataset.json", "\"seconds\": ", "\"seconds\": 1000");

        Assert.Contains("no recording holds a whole window of "
            + "", Assert.Single(DatasetCheck.Run(folder.Path).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void AClockThatWasSetBackIsToldByItsLine()
    {
        using var folder = WithoutCopies();
        var times = Enumerable.Range(0, 30).Concat(Enumerable.Range(0, 30)).Select((time, row) => $"{100 * time},{row}.25\n");
        folder.Write("a.csv", "t,v\n" + string.Concat(times));
        Assert.Contains(
            $"{folder.File("a.csv")}:32: the clock runs back by 2.9 s; a segment begins here", DatasetCheck.Run(folder.Path).Notes);
    }

    [Fact]
    public void ACopyOnTheOtherSideIsAProblemUnlessTheSplitIsDeclaredLeaky()
    {
        using var folder = new SensorFolder();
        Assert.Contains(
            "c.csv: the split leaks: the test recording of group 'two' is a copy of a.csv of group 'one'",
            Assert.Single(DatasetCheck.Run(folder.Path).Problems), StringComparison.Ordinal);

        folder.Replace("dataset.json", "\"file\": \"split.csv\"", "\"file\": \"split.csv\", \"leaky\": true");
        Assert.Empty(DatasetCheck.Run(folder.Path).Problems);
    }

    [Fact]
    public void EveryProblemIsListedWithItsPlaceAndNotOnlyTheFirst()
    {
        using var folder = new SensorFolder();
        folder.Replace("a.csv", "1100,1.5", "1100,x");
        folder.Replace("a.csv", "1300,3.5", "1300,y");
        folder.Replace("c.csv", "t,v", "t,w");
        folder.Replace("split.csv", "d.csv,high", "d.csv,huge");
        folder.Replace("split.csv", "b.csv", "e.csv");

        var problems = DatasetCheck.Run(folder.Path).Problems.Select(line => line.Replace(folder.Path + "/", "", StringComparison.Ordinal));

        Assert.Equal(
            [
                "split.csv:5: column 'label': 'huge' is not a label of the task (low, high)",
                "e.csv: file not found",
                "a.csv:3: column 'v': 'x' is not a finite number",
                "a.csv:5: column 'v': 'y' is not a finite number",
                "c.csv:1: column 'v' is missing; there are t, w",
            ],
            problems);
    }

    [Fact]
    public void AWrongUnitOfTimeAndAMissingClassAreNoted()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"ms\"", "\"us\"");
        folder.Replace("split.csv", "d.csv,high", "d.csv,low");
        var notes = DatasetCheck.Run(folder.Path).Notes;
        Assert.Contains("the timestamps say 1E+04 Hz, rate_hz 10: is the unit 'us' right?", notes);
        Assert.Contains("class 'high' has no sample on the test side", notes);
    }

    [Fact]
    public void RowsWithoutANumberAreNoted()
    {
        using var folder = WithoutCopies();
        folder.Replace("a.csv", "1100,1.5", "1100,NaN");
        var report = DatasetCheck.Run(folder.Path);
        Assert.Empty(report.Problems);
        Assert.Contains(
            "1 of 120 rows hold NaN or an infinity: no model learns from a window with one, or answers it", report.Notes);
    }

    [Fact]
    public void AWrongDescriptionIsReportedInFull()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"overlap\": 0.5", "\"overlap\": 2");
        folder.Replace("dataset.json", "\"rate_hz\": 10", "\"rate_hz\": -1");
        Assert.True(DatasetCheck.Run(folder.Path).Problems.Count >= 2);
    }

    [Fact]
    [Slow("reads real data sets")]
    public void TheSharedDataSetsAreInOrder()
    {
        Assert.Empty(DatasetCheck.Run(Repository.SharedData("fan_vibration"), "vibration-fan").Problems);
        Assert.Empty(DatasetCheck.Run(Repository.SharedData("meter_digits"), "meter-digits").Problems);
        Assert.Empty(DatasetCheck.Run(Repository.SharedData("meter_digits"), "meter-digits", "hash").Problems);
    }

    private static SensorFolder WithoutCopies()
    {
        var folder = new SensorFolder();
        foreach (var name in new[] { "c.csv", "d.csv" })
            folder.Replace(name, ".5\n", ".25\n");
        return folder;
    }
}
