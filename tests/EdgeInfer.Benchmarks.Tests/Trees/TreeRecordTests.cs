using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Tests.Trees;

public class TreeRecordTests
{
    [Fact]
    public void TheJsonHasTheFieldsThatTheIssueNames()
    {
        using var folder = new TemporaryFolder();
        var file = new FileInfo(folder.File("trees.json"));

        JsonReport.Write(
            file,
            (TreeRecord[])[new TreeRecord("100x20", "Heads128", "single", true, 812.5, By(9.25), By(8.5), By(10)) { AllocatedBytes = 0 }]);

        Assert.Equal(
            """
            [
              {
                "case": "100x20",
                "kernel": "Heads128",
                "mode": "single",
                "bit_equal": true,
                "ns_median": 812.5,
                "ratio": {
                  "ort": 9.25
                },
                "ratio_low": {
                  "ort": 8.5
                },
                "ratio_high": {
                  "ort": 10
                },
                "spread": "10th to 90th percentile of rounds"
              }
            ]

            """,
            File.ReadAllText(file.FullName));

        static Dictionary<string, double> By(double ratio) => new() { ["ort"] = ratio };
    }

    [Fact]
    public void APeerOfSeveralWaysCountsByItsFastest()
    {
        var result = new InterleavedResult(
            [new("ours", [1, 2], 0), new("ort-v3", [6, 8], 0), new("ort-v5", [5, 6], 0), new("mlnet", [3, 4], 0)]);

        var ratios = PeerRatios.Of(result, "ours", ["ort-v3", "ort-v5", "mlnet"]);

        Assert.Equal(["ort", "mlnet"], ratios.Keys);
        Assert.Equal(4, ratios["ort"].Median);
        Assert.Equal(2.5, ratios["mlnet"].Median);
    }

    [Fact]
    public void AScoreThatDiffersOrAnAllocationIsAFault()
    {
        var none = new Dictionary<string, double>();
        var exact = new TreeRecord("a", "Walk", "single", true, 1, none, none, none);
        var result = new TreeResult(
            [exact, exact with { Case = "b", BitEqual = false }, exact with { Case = "c", AllocatedBytes = 24 }], []);

        Assert.Equal(["b, Walk, single: scores differ", "c, Walk, single: allocates"], result.Faults());
    }
}
