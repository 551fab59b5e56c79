using EdgeInfer.Benchmarks.Conventions;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Benchmarks.Tests.Conventions;

public class ConventionBenchmarkTests
{
    private static readonly InterleavedOptions Brief = new()
    {
        Rounds = 2, Block = TimeSpan.FromMicroseconds(50), WarmUp = TimeSpan.FromMilliseconds(1),
    };

    [Fact]
    public void EveryWayIsJudgedInBothSessionsOnTheSameWindows()
    {
        var folder = Repository.FindSharedData("geotec_har");
        Assert.SkipWhen(folder is null, "needs ../shared/data/geotec_har");
        var bundle = BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32"));

        var records = new ConventionBenchmark(bundle, TaskData.Read(new DataSelection(folder, "har-phone", null))).Run(Brief);

        string[] ways = ["ours", "ours, smallest to largest", .. Convention.Documented.Select(convention => convention.Name)];
        Assert.Equal(
            [("fp32", true), .. ways.SelectMany(way => (IEnumerable<(string, bool)>)[(way, true), (way, false)])],
            records.Select(record => (record.Quantized, record.Exact)));
        Assert.Null(records[0].MinusFp32);
        Assert.Equal(0, records[0].OtherLabels);
        Assert.All(records.Skip(1), record => Assert.Equal(record.Accuracy.Value - records[0].Accuracy.Value, record.MinusFp32!.Mean, 12));
        Assert.Equal(["1 Softmax"], records[1].FloatOperators);
        Assert.Equal(new Spread(1, 1, 1), records[1].OverOurs);
        // What is shipped was made in the same way.
        Assert.Equal(BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-int8")).ModelBytes.Length, records[1].Bytes);
    }
}
