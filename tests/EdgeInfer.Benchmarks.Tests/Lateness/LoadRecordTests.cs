using EdgeInfer.Benchmarks.Lateness;

namespace EdgeInfer.Benchmarks.Tests.Lateness;

public sealed class LoadRecordTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void TheTailIsWhatWasLeftToDo(int recordings)
    {
        var load = LoadRecord.Measure(recordings, workUs: 100);

        // 120 ms of work, of which 80 are left; a slow machine leaves more.
        Assert.InRange(load.LeftOverMs, 80, double.MaxValue);
        Assert.InRange(load.P99Ms, 0.9 * 80, double.MaxValue);
    }
}
