using EdgeInfer.Benchmarks.Lateness;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Tests.Lateness;

public sealed class StopRecordTests
{
    [Theory]
    [Slow("plays three seconds of recordings in real time")]
    [InlineData(1)]
    [InlineData(6)]
    public void AStopInRealTimeIsPaidByEveryWindowThatBecameDue(int recordings)
    {
        var stop = StopRecord.Measure(recordings);

        // A slow machine makes more windows late, never fewer.
        Assert.InRange(stop.LateWindows, 20, 144);
        Assert.InRange(stop.OfTriangle, 0.9, double.MaxValue);
    }
}
