using EdgeInfer.Recordings.Ordering;
using EdgeInfer.Recordings.Tests.Tables;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Ordering;

public sealed class RowOrderTests
{
    private static readonly string[] Swapped = ["0", "100", "300", "200", "400"];

    [Fact]
    public void ALateRowIsRefusedByItsLineUntilRowsAreToBeSorted()
    {
        using var folder = new SensorFolder();
        folder.Write("a.csv", Table(Swapped));
        Assert.Equal(
            "a.csv:5: the row is out of order: its time is 0.1 s before that of line 4; "
            + "\"sort\": true in the timestamp of dataset.json puts rows in the order of time",
            folder.SampleError());

        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"ms\", \"sort\": true }");
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4], folder.Samples().Seconds());
        Assert.Equal([0f, 1, 3, 2, 4], folder.Samples().Values());
    }

    [Fact]
    public void AClockThatWasSetBackBeginsASegmentSortedOrNot()
    {
        var times = Enumerable.Range(0, 20).Concat(Enumerable.Range(0, 20)).Select(i => $"{100 * i}");
        using var folder = new SensorFolder();
        folder.Write("a.csv", Table([.. times]));
        Assert.Equal(0, folder.Samples().Seconds()[20]);
        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"ms\", \"sort\": true }");
        Assert.Equal(0, folder.Samples().Seconds()[20]);
    }

    [Fact]
    public void AClockCorrectedByAFewStepsIsNoDisorder()
    {
        long[] times = [0, 10, 20, 30, 40, 50, 25, 35, 45, 55, 65];
        RowOrder.RefuseLateRows(times, new int[times.Length], "a.csv");
    }

    [Fact]
    public void NewestRowsFirstAreSorted()
    {
        long[] times = [90, 80, 70, 60, 50, 40, 30, 20, 10, 0, -10, -20, -30];
        Assert.Equal([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], RowOrder.ByTime(times));
    }

    [Fact]
    public void RowsOfEqualTimeKeepTheirOrder() => Assert.Equal([0, 3, 1, 2], RowOrder.ByTime([0, 20, 20, 10]));

    [Fact]
    public void SortedRowsTakeTheirLabelsWithThem()
    {
        using var folder = new SensorFolder();
        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"ms\", \"sort\": true }");
        folder.Describe("\"label_column\": \"state\"");
        folder.Write("split.csv", "path,label,group,split\na.csv,per-row,one,train\nb.csv,per-row,two,test\n");
        folder.Write("a.csv", "t,v,state\n0,1,low\n200,3,high\n100,2,low\n300,4,high\n");
        Assert.Equal([0, 0, 1, 1], folder.Samples().Labels());
    }

    private static string Table(string[] times) =>
        "t,v\n" + string.Concat(times.Select((time, row) => $"{time},{row}\n"));
}
