using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class AnomalyTaskTests
{
    private const string Labels = "\"labels\": [{ \"name\": \"low\" }, { \"name\": \"high\" }]";

    [Fact]
    public void AClassificationThatSaysWhatIsNormalGivesAnAnomalyTaskToo()
    {
        using var folder = WithNormal("""["high"]""");

        var set = RecordingSet.Open(folder.Path, "levels-anomaly");

        Assert.Equal(("levels-anomaly", TaskKind.Anomaly), (set.Dataset.Name, set.Dataset.Task));
        Assert.Equal(["normal", "anomaly"], set.LabelNames);
        Assert.Equal(
            [AnomalyLabel.Anomaly, AnomalyLabel.Normal, AnomalyLabel.Anomaly, AnomalyLabel.Normal],
            set.Recordings.Select(recording => recording.Label));
        Assert.Equal(["low", "high"], RecordingSet.Open(folder.Path).LabelNames);
    }

    [Fact]
    public void WithoutNormalThereIsNoAnomalyTask()
    {
        using var folder = new SensorFolder();

        Assert.Equal("dataset.json: describes task 'levels', not 'levels-anomaly'", folder.Error(task: "levels-anomaly"));
        folder.Replace("dataset.json", "\"classification\"", "\"anomaly\"");
        Assert.Equal("dataset.json: field normal: is empty, but an anomaly task needs the labels that count as normal", folder.Error());
    }

    [Theory]
    [InlineData("""["lo"]""", "'lo' is not the name of a label")]
    [InlineData("""["low", "high"]""", "holds every label, which leaves nothing to detect")]
    [InlineData("""["low", "low"]""", "'low' stands 2 times")]
    public void NormalNamesLabelsButNotAll(string normal, string reason)
    {
        using var folder = WithNormal(normal);

        Assert.Equal($"dataset.json: field normal: {reason}", folder.Error());
    }

    [Fact]
    public void ABuiltInTaskIsKnownByBothNames()
    {
        Assert.Contains("vibration-fan-anomaly", BuiltInTasks.Names);
        Assert.Equal(TaskKind.Anomaly, BuiltInTasks.Find("vibration-fan-anomaly")!.Task);
        Assert.Null(BuiltInTasks.Find("har-phone-anomaly"));
    }

    [Fact]
    public void WindowsCanBeTakenBySomePlaces()
    {
        using var folder = WithNormal("""["high"]""");
        var set = RecordingSet.Open(folder.Path, "levels-anomaly");
        var all = WindowSet.Read(set, set.Recordings, set.TestShape);

        var some = all.At([2, 0]);

        Assert.Equal([all.Values[2], all.Values[0]], some.Values);
        Assert.Equal([all.StartNanoseconds[2], all.StartNanoseconds[0]], some.StartNanoseconds);
        Assert.Equal(2, some.Groups.Length);
    }

    [Fact]
    public void AGroupIsCalledAGroupWhereTheDescriptionDoesNotSay()
    {
        using var folder = new SensorFolder();

        Assert.Equal("group", RecordingSet.Open(folder.Path).Dataset.GroupNoun);
    }

    private static SensorFolder WithNormal(string normal)
    {
        var folder = new SensorFolder();
        folder.Replace("dataset.json", Labels, $"{Labels}, \"normal\": {normal}");
        return folder;
    }
}
