using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Tables;

public sealed class LongRowsTests
{
    private const string Sorted = "t,sensor,value\n0,x,1\n0,y,2\n0,z,9\n100,x,3\n100,y,4\n200,y,6\n200,x,5\n";

    [Fact]
    public void RowsOfOneTimeMakeASampleInWhateverOrderTheyCome()
    {
        using var folder = Long();
        folder.Write("a.csv", Sorted);
        Assert.Equal([1f, 2, 3, 4, 5, 6], folder.Samples().Values());
        folder.Write("a.csv", "t,sensor,value\n0,x,1\n100,x,3\n200,x,5\n0,y,2\n100,y,4\n200,y,6\n");
        Assert.Equal([1f, 2, 3, 4, 5, 6], folder.Samples().Values());
        Assert.Equal([0, 0.1, 0.2], folder.Samples().Seconds());
    }

    [Fact]
    public void AChannelThatMissesATimeIsAHole()
    {
        using var folder = Long();
        folder.Write("a.csv", "t,sensor,value\n0,x,1\n0,y,2\n100,x,3\n200,x,5\n200,y,6\n");
        Assert.Equal(
            "a.csv:4: channel 'y' has no value of this time; "
            + "\"holes\" in dataset.json, or 'data init --holes', says what stands in for it: gap, hold or interpolate",
            folder.SampleError());
        folder.Describe("\"holes\": { \"rule\": \"interpolate\", \"limit_seconds\": 1 }");
        Assert.Equal([1f, 2, 3, 4, 5, 6], folder.Samples().Values());
    }

    [Fact]
    public void TwoValuesOfOneChannelAndTimeAreRefusedByBothLines()
    {
        using var folder = Long();
        folder.Write("a.csv", Sorted + "100,x,7\n");
        Assert.Equal("a.csv:9: channel 'x' has a value of this time already, at line 5", folder.SampleError());
    }

    [Fact]
    public void AClockThatStartsAnewBeginsASegmentAndMixesNoSamples()
    {
        using var folder = Long();
        folder.Write(
            "a.csv",
            "t,sensor,value\n0,x,1\n0,y,2\n100,x,3\n100,y,4\n1200,x,5\n1200,y,6\n0,x,7\n0,y,8\n100,x,9\n100,y,10\n");
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8, 9, 10], folder.Samples().Values());
        Assert.Equal([0, 0.1, 1.2, 0, 0.1], folder.Samples().Seconds());
    }

    [Fact]
    public void TwoLabelsAtOneTimeOfAGroupAreRefusedByBothLines()
    {
        using var folder = Long();
        folder.Describe("\"label_column\": \"state\"");
        folder.Write("split.csv", "path,label,group,split\na.csv,per-row,one,train\nb.csv,per-row,two,test\n");
        folder.Write("a.csv", "t,state,sensor,value\n0,low,x,1\n0,high,y,2\n");
        Assert.Equal(
            "a.csv:3: line 2 has another label at this time: give the column that tells the recordings apart as group_column",
            folder.SampleError());
    }

    [Fact]
    public void GroupsThatAreInterleavedBecomeARecordingEach()
    {
        using var folder = Long();
        folder.Describe("\"group_column\": \"who\", \"label_column\": \"state\"");
        folder.Replace(
            "dataset.json", "\"by\": \"file\", \"file\": \"split.csv\"", "\"by\": \"groups\", \"train\": [\"p\"], \"test\": [\"q\"]");
        folder.Replace("dataset.json", "\"task\"", "\"files\": \"^a\", \"task\"");
        folder.Write(
            "a.csv",
            "t,who,state,sensor,value\n0,p,low,x,1\n0,q,high,x,10\n0,p,low,y,2\n0,q,high,y,20\n100,q,low,x,30\n100,q,low,y,40\n");
        var set = RecordingSet.Open(folder.Path);

        Assert.Equal(["p", "q"], set.Recordings.Select(recording => recording.Group));
        Assert.Equal([1f, 2], set.Samples(set.Recordings[0]).Values());
        Assert.Equal([10f, 20, 30, 40], set.Samples(set.Recordings[1]).Values());
        Assert.Equal([1, 0], set.Samples(set.Recordings[1]).Labels());
    }

    private static SensorFolder Long()
    {
        var folder = new SensorFolder();
        folder.Describe("\"long\": { \"name_column\": \"sensor\", \"value_column\": \"value\" }");
        folder.Replace(
            "dataset.json",
            "{ \"name\": \"v\", \"unit\": \"V\" }",
            "{ \"name\": \"x\", \"unit\": \"V\" }, { \"name\": \"acc_y\", \"column\": \"y\", \"unit\": \"V\" }");
        return folder;
    }
}
