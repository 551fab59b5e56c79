using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("a.csv", "1000,0.5", "1000,abc", "a.csv:2: column 'v': 'abc' is not a finite number")]
    [InlineData(
        "a.csv",
        "1100,1.5",
        "1100,",
        "a.csv:3: column 'v': is empty; \"holes\" in dataset.json, or 'data init --holes', says what stands in for it: gap, hold or "
        + "interpolate")]
    [InlineData("a.csv", "1100,1.5", "1100,NaN()", "a.csv:3: column 'v': 'NaN()' is not a finite number")]
    [InlineData("a.csv", "1100,1.5", "1100,--inf", "a.csv:3: column 'v': '--inf' is not a finite number")]
    [InlineData("a.csv", "1100,1.5", "1100,null", "a.csv:3: column 'v': 'null' is no number; \"holes\" in dataset.json, or 'data "
        + "init --holes', says what stands in for it: gap, hold or interpolate")]
    [InlineData("a.csv", "1100,1.5", "1100,1e99", "a.csv:3: column 'v': '1e99' is not a finite number")]
    [InlineData("a.csv", "1100,1.5", "noon,1.5", "a.csv:3: column 't': 'noon' is not a number")]
    [InlineData(
        "a.csv",
        "1100,1.5",
        "9999999999999999,1.5",
        "a.csv:3: column 't': '9999999999999999' ms is beyond the year 2262: is the unit right?")]
    [InlineData(
        "a.csv",
        "3900,29.5\n",
        "3900",
        "a.csv:31: the last line is cut off (1 field, but the header has 2): delete it, or copy the file again")]
    [InlineData("a.csv", "1100,1.5", "1100,1.5,7", "a.csv:3: 3 fields, but the header has 2: mend or delete the line")]
    [InlineData("a.csv", "t,v", "t,w", "a.csv:1: column 'v' is missing; there are t, w")]
    [InlineData("a.csv", "t,v", "v,v", "a.csv:1: column 'v' stands 2 times")]
    [InlineData("split.csv", "a.csv,low", "a.csv,medium", "split.csv:2: column 'label': 'medium' is not a label of the task (low, high)")]
    [InlineData("split.csv", "a.csv,low", "a.csv,per-row", "split.csv:2: column 'label': per-row, but dataset.json names no label_column")]
    [InlineData("split.csv", "a.csv,", "e.csv,", "e.csv: file not found")]
    [InlineData("split.csv", "a.csv,", "../a.csv,", "split.csv:2: path '../a.csv' leads out of the data set's folder")]
    [InlineData("split.csv", "a.csv,", "/etc/passwd,", "split.csv:2: path '/etc/passwd' leads out of the data set's folder")]
    [InlineData("split.csv", "b.csv,", "a.csv,", "split.csv:3: column 'path': 'a.csv' is listed at line 2 already")]
    [InlineData("split.csv", "one,train\nb", "one,both\nb", "split.csv:2: column 'split': 'both' is neither train nor test")]
    [InlineData("split.csv", "low,one,train", "low,,train", "split.csv:2: column 'group': is empty")]
    [InlineData(
        "split.csv",
        "path,label,group,split",
        "path,label,subject,split",
        "split.csv:1: column 'group' is missing; there are path, label, subject, split")]
    public void OneSpoiledCellGivesOneLineThatNamesIt(string file, string old, string by, string expected)
    {
        using var folder = new SensorFolder();
        folder.Replace(file, old, by);
        Assert.Equal(expected, folder.Error());
    }

    [Fact]
    public void AGroupOnBothSidesIsRefusedUnlessTheSplitIsDeclaredLeaky()
    {
        using var folder = new SensorFolder();
        folder.Replace("split.csv", "d.csv,high,two", "d.csv,high,one");
        Assert.Equal(
            "split.csv:5: the split leaks: group 'one' stands on both sides (a.csv: train, d.csv: test); "
            + "keep a group on one side, or declare the split leaky",
            folder.Error());

        folder.Replace("dataset.json", "\"file\": \"split.csv\"", "\"file\": \"split.csv\", \"leaky\": true");
        Assert.True(RecordingSet.Open(folder.Path).Split.Leaky);
    }

    [Theory]
    [InlineData("", "a.csv: the file is empty")]
    [InlineData("t,v\n", "a.csv: the file has a header but no rows")]
    public void AnEmptyRecordingIsRefused(string text, string expected)
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", text);
        Assert.Equal(expected, folder.Error());
    }

    [Fact]
    public void LimitsHoldForTheLengthOfAFieldAndTheNumberOfColumns()
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", $"t,v\n1000,{new string('1', 2000)}\n");
        Assert.Equal("a.csv:2: column 'v': 2000 characters; the limit is 1024", folder.Error());
        folder.Write("a.csv", $"{string.Join(',', Enumerable.Range(0, 2000))}\n");
        Assert.Equal("a.csv:1: 2000 columns; the limit is 1024", folder.Error());
        folder.Write("a.csv", $"t,v\n1000,{new string('1', 1 << 18)}\n");
        Assert.Equal("a.csv:2: the line has more than 65536 characters", folder.Error());
        folder.Write("a.csv", "t,v\n1000,\"0.5\n1100,1\n");
        Assert.Equal("a.csv:2: a quoted field does not end on its line", folder.Error());
    }

    [Fact]
    public void ASideWithoutRecordingsIsRefused()
    {
        using var folder = new SensorFolder();
        folder.Replace("split.csv", ",test", ",train");
        Assert.Contains("split 'rooms' has no recording on the test side", folder.Error(), StringComparison.Ordinal);
    }
}
