using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Opening;

public sealed class RecordingSetTests
{
    [Fact]
    public void AFolderInOrderOpensWithItsRecordingsInTheOrderOfTheirPaths()
    {
        using var folder = new SensorFolder();
        var set = RecordingSet.Open(folder.Path);

        Assert.Equal(["a", "b", "c", "d"], set.Recordings.Select(recording => recording.Id));
        Assert.Equal(["one", "one", "two", "two"], set.Recordings.Select(recording => recording.Group));
        Assert.Equal(
            [SplitSide.Train, SplitSide.Train, SplitSide.Test, SplitSide.Test], set.Recordings.Select(recording => recording.Side));
        Assert.Equal([0, 1, 0, 1], set.Recordings.Select(recording => recording.Label));
        Assert.Equal(["low", "high"], set.LabelNames);
        Assert.Equal(5, set.TrainingShape.Hop);
        Assert.Equal(10, set.TestShape.Hop);
    }

    [Fact]
    public void HashesChangeWithTheDataAndTheSplitAndWithNothingElse()
    {
        using var folder = new SensorFolder();
        var first = RecordingSet.Open(folder.Path);
        Assert.Equal(64, first.DataSha256.Length);
        folder.Write("unrelated.txt", "x");
        var same = RecordingSet.Open(folder.Path);
        Assert.Equal((first.DataSha256, first.SplitSha256), (same.DataSha256, same.SplitSha256));

        folder.Write("a.csv", SensorFolder.Rows(31));
        var otherData = RecordingSet.Open(folder.Path);
        Assert.NotEqual(first.DataSha256, otherData.DataSha256);
        Assert.Equal(first.SplitSha256, otherData.SplitSha256);

        folder.Replace("split.csv", "b.csv,high,one,train", "b.csv,high,three,train");
        Assert.NotEqual(first.SplitSha256, RecordingSet.Open(folder.Path).SplitSha256);
    }

    [Fact]
    public void AMissingFolderAnUnknownTaskAndAnUnknownSplitNameWhatIsKnown()
    {
        using var empty = new TemporaryFolder();
        using var folder = new SensorFolder();

        Assert.Contains("nowhere: folder not found", Message(() => RecordingSet.Open(empty.File("nowhere"))), StringComparison.Ordinal);
        Assert.Contains("no dataset.json here", Message(() => RecordingSet.Open(empty.Path)), StringComparison.Ordinal);
        Assert.Contains(
            "unknown task 'mine'; without a dataset.json in the folder these are known: fashion-mnist, "
            + "har-phone, har-watch, meter-digits, vibration-fan",
            Message(() => RecordingSet.Open(empty.Path, "mine")), StringComparison.Ordinal);
        Assert.Equal("dataset.json: describes task 'levels', not 'har-phone'", folder.Error(task: "har-phone"));
        Assert.Contains("unknown split 'x' of task levels; known are rooms", folder.Error(split: "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatCarriesItsOwnDescriptionWinsOverTheBuiltInOfThatName()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"levels\"", "\"har-phone\"");
        Assert.Equal(["low", "high"], RecordingSet.Open(folder.Path, "har-phone").LabelNames);
    }

    [Fact]
    public void EveryBuiltInTaskIsAValidDescriptionOfItsOwnName()
    {
        foreach (var name in BuiltInTasks.Names)
        {
            var dataset = BuiltInTasks.Find(name)!;
            DatasetRules.Check(dataset, name, Problems.Throw);
            Assert.Equal(name, dataset.Name);
        }

        Assert.Null(BuiltInTasks.Find("none"));
    }

    [Fact]
    public void ThePhoneDataOpensWithSubjectsOnOneSideAndEveryWindowLabelled()
    {
        var set = RecordingSet.Open(Repository.SharedData("geotec_har"), "har-phone");
        var subjects = set.Recordings.ToLookup(recording => recording.Side, recording => recording.Group);

        Assert.All(set.Recordings, recording => Assert.EndsWith("_sp.csv", recording.Path, StringComparison.Ordinal));
        Assert.Equal(12, subjects[SplitSide.Train].Distinct().Count());
        Assert.Equal(5, subjects[SplitSide.Test].Distinct().Count());
        var windows = WindowSet.Read(set, set.Recordings.Take(5), set.TrainingShape);
        Assert.True(windows.Values.Length > 100, $"{windows.Values.Length} windows");
        Assert.Equal(0, windows.Gaps);
        Assert.All(windows.Labels, label => Assert.InRange(label, 0, 4));
        Assert.Equal(600, windows.Values[0].Length);
    }

    [Fact]
    public void TheFanDataIsCutIntoOneRecordingARunOfASpeed()
    {
        var set = RecordingSet.Open(Repository.SharedData("fan_vibration"), "vibration-fan");

        Assert.Equal(51, set.Recordings.Count);
        Assert.Equal("accelerometer-01-20", set.Recordings[0].Id);
        Assert.Equal(15, set.Recordings.Count(recording => recording.Side == SplitSide.Test));
        var windows = WindowSet.Read(set, set.Recordings, set.TestShape);
        Assert.Equal(51 * 60, windows.Values.Length);
        Assert.Equal(1.004f, windows.Values[0][0]);
        Assert.Equal([1020, 1020, 1020], windows.Labels.GroupBy(label => label).Select(label => label.Count()));
    }

    [Fact]
    public void TheMeterDigitsAreImagesOfOneSize()
    {
        var folder = Repository.SharedData("meter_digits");
        var time = RecordingSet.Open(folder, "meter-digits");
        var hash = RecordingSet.Open(folder, "meter-digits", "hash");

        Assert.Equal((1067, 441), (Count(time, SplitSide.Train), Count(time, SplitSide.Test)));
        Assert.Equal((1113, 395), (Count(hash, SplitSide.Train), Count(hash, SplitSide.Test)));
        Assert.False(time.Split.Leaky);
        Assert.True(hash.Split.Leaky);
        Assert.Equal((20, 32, 3), (time.TestShape.Frame!.Width, time.TestShape.Frame.Height, time.TestShape.Channels.Count));
        var images = WindowSet.Read(time, time.Recordings.Take(3), time.TestShape);
        Assert.Equal([1920, 1920, 1920], images.Values.Select(image => image.Length));
        Assert.All(images.Values, image => Assert.All(image, value => Assert.InRange(value, 0, 255)));
    }

    private static int Count(RecordingSet set, SplitSide side) => set.Recordings.Count(recording => recording.Side == side);

    private static string Message(Action action) => Assert.Throws<InvalidInputException>(action).Message;
}
