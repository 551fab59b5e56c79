using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Tests.Tables;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Segments;

public sealed class SegmentListsTests
{
    private const string Lists = "file,from,to,what\na.csv,1.0,1.5,low\na,1.7,2,high\nb.csv,1,2,high\n";

    [Fact]
    public void SamplesTakeTheLabelOfTheirSegmentAndOthersHaveNone()
    {
        using var folder = Listed(Lists);
        Assert.Equal([0, 0, 0, 0, 0, -1, -1, 1, 1, 1, -1], folder.Samples().Labels()[..11]);
        Assert.Equal([1, 1], folder.Samples("b").Labels()[8..10]);
    }

    [Fact]
    public void EachRecordingMayHaveAListOfItsOwn()
    {
        using var folder = Listed(Lists, "\"file\": \"{name}.labels.csv\"");
        folder.Write("a.labels.csv", "from,to,what\n1.7,2,high\n1.0,1.5,low\n");
        Assert.Equal([0, 0, 0, 0, 0, -1, -1, 1, 1, 1, -1], folder.Samples().Labels()[..11]);
        Assert.Equal("b.labels.csv: file not found", folder.SampleError("b"));
        folder.Write("b.labels.csv", "from,to,what\n1,2,high\n");
        var before = RecordingSet.Open(folder.Path).DataSha256;
        folder.Write("b.labels.csv", "from,to,what\n1,2,low\n");
        Assert.NotEqual(before, RecordingSet.Open(folder.Path).DataSha256);
    }

    [Theory]
    [InlineData("1.7,2,high", "1.4,2,high", "list.csv:3: the segment overlaps the one of line 2: a sample can have one label")]
    [InlineData("1.7,2,high", "2,2,high", "list.csv:3: the segment ends before it starts, or where it starts")]
    [InlineData("1.7,2,high", "1.7,2,run", "list.csv:3: column 'what': 'run' is not a label of the task (low, high)")]
    [InlineData("1.7,2,high", "soon,2,high", "list.csv:3: column 'from': 'soon' is not a number")]
    [InlineData("a,1.7", "e,1.7", "list.csv:3: column 'file': 'e' is no file or folder of the data set")]
    public void AWrongLineIsNamed(string old, string by, string expected)
    {
        using var folder = Listed(Lists);
        folder.Replace("list.csv", old, by);
        Assert.Equal(expected, folder.SampleError());
    }

    [Fact]
    public void ARecordingWithoutSegmentsOrWithNoneInItsTimeIsNamed()
    {
        using var folder = Listed("file,from,to,what\na.csv,1000,2000,low\n");
        Assert.Equal(
            "list.csv: no segment holds a sample of a.csv: its times run from 1 s to 3.9 s, the segments from 1000 s to 2000 s; "
            + "is the unit 's' right?",
            folder.SampleError());
        Assert.Equal("list.csv: column 'file': no segment of recording 'b.csv' is listed", folder.SampleError("b"));
    }

    [Fact]
    public void ANameThatTwoFoldersHaveIsAsPath()
    {
        using var folder = Listed(Lists);
        Directory.CreateDirectory(folder.File("more"));
        folder.Write("more/a.csv", SensorFolder.Rows(3));
        Assert.Equal("list.csv:2: column 'file': 'a.csv' is the name of 2 files: give their paths", folder.SampleError());
    }

    [Fact]
    public void OneListWithoutPathsServesOneRecordingOnly()
    {
        using var folder = Listed("from,to,what\n1,2,low\n", "\"file\": \"list.csv\"");
        Assert.Equal(
            "split.csv:2: field segments.path_column of dataset.json is missing, but one list serves 2 recordings: "
            + "name the column that says which, or put {name} into segments.file",
            folder.SampleError());
    }

    private static SensorFolder Listed(string list, string file = "\"file\": \"list.csv\", \"path_column\": \"file\"")
    {
        var folder = new SensorFolder();
        folder.Describe(
            $"\"segments\": {{ {file}, \"start_column\": \"from\", \"end_column\": \"to\", \"label_column\": \"what\", \"unit\": \"s\" }}");
        folder.Write("split.csv", "path,label,group,split\na.csv,per-row,one,train\nb.csv,per-row,two,test\n");
        folder.Write("list.csv", list);
        return folder;
    }
}
