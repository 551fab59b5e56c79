using EdgeInfer.Runtime.Replay;

namespace EdgeInfer.Runtime.Tests.Replay;

public sealed class ReplayTableTests
{
    private static readonly string[] AllMarks = ["simulated", "quick", "leaky", "origin unknown", "chosen", "blocks"];

    [Fact]
    public void EachModelHasALine() => Assert.Equal(
        [
            "model               windows  accuracy  median us       p99 us",
            "har-phone-fasttree     1260     0.912       96.4        402.3  quick, leaky",
            "har-phone-cnn-int8      630  no label       24.0  n too small",
        ],
        ReplayTable.Lines(
        [
            new("har-phone-fasttree", 1_260, 0.9119, 96.42, 402.31, ["quick", "leaky"]),
            new("har-phone-cnn-int8", 630, null, 24, null, []),
        ]));

    [Fact]
    public void LongNamesLargeFiguresAndEveryMarkFitIntoEightyColumns()
    {
        var lines = ReplayTable.Lines([new(new string('a', 100), 123_456_789_012, 1, 123_456_789.5, 987_654_321.5, AllMarks)]);
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, ReplayTable.MaxWidth));
        Assert.Contains("aaa...  123456789012  ", lines[1], StringComparison.Ordinal);
        Assert.Equal("  simulated, quick, leaky, origin unknown, chosen, blocks", lines[2]);
    }
}
