using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Tables;

public sealed class TimeBlocksTests
{
    [Fact]
    public void EachFileIsCutIntoBlocksOfItsGroupWithOneWindowLeftOutBetween()
    {
        using var folder = InBlocks(3, "\"one-01\", \"one-03\", \"two-01\", \"two-03\"", "\"one-02\", \"two-02\"");
        var set = RecordingSet.Open(folder.Path);

        Assert.Equal(["a-01", "a-02", "a-03", "b-01", "b-02", "b-03"], set.Recordings.Select(recording => recording.Id));
        Assert.Equal(["one-01", "one-02", "one-03"], set.Recordings.Take(3).Select(recording => recording.Group));
        Assert.Equal([SplitSide.Train, SplitSide.Test, SplitSide.Train], set.Recordings.Take(3).Select(recording => recording.Side));
        Assert.Equal([0, 0, 0, 1, 1, 1], set.Recordings.Select(recording => recording.Label));
        Assert.Equal([0..30, 40..60, 70..90], set.Recordings.Take(3).Select(recording => recording.Rows!.Value));
        var windows = WindowSet.Read(set, set.Recordings.Take(3), set.TestShape);
        Assert.Equal([1.0, 2, 3, 5, 6, 8, 9], windows.StartNanoseconds.Select(start => start / 1e9));
    }

    [Fact]
    public void BlocksTooShortForAWindowAreRefused()
    {
        using var folder = InBlocks(9, "\"one-01\"", "\"one-02\"");
        Assert.Equal(
            "a.csv: 9 blocks of 90 rows hold no window of 1 s beside the one that is left out between blocks: give fewer blocks, or a "
            + "shorter window",
            folder.Error());
    }

    [Fact]
    public void AGroupThatNamesNoBlockIsRefused()
    {
        using var folder = InBlocks(3, "\"one-01\", \"one-03\", \"two-01\", \"two-03\"", "\"one-02\"");
        Assert.Equal("b.csv: group 'two-02' is in neither list of split 'rooms'", folder.Error());
    }

    private static SensorFolder InBlocks(int blocks, string train, string test)
    {
        var folder = new SensorFolder();
        folder.Describe($"\"group_origin\": \"blocks\", \"blocks\": {blocks}");
        folder.Replace("dataset.json", "\"by\": \"file\"", $"\"by\": \"groups\", \"train\": [{train}], \"test\": [{test}]");
        folder.Write("split.csv", "path,label,group\na.csv,low,one\nb.csv,high,two\n");
        folder.Write("a.csv", SensorFolder.Rows(90));
        folder.Write("b.csv", SensorFolder.Rows(91));
        return folder;
    }
}
