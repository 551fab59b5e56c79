using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Runtime.Tests.Clocks;

public sealed class DeviceClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ASetClockIsFollowedWhereverItGoes()
    {
        var time = new SetClock(Now);
        var clock = new DeviceClock(time, synced: true);
        time.Pass(1_500);
        time.Wall += TimeSpan.FromSeconds(1);
        Assert.Equal(new StampedTime(Now.ToUnixTimeMilliseconds() + 2_500, true, 1_500), clock.Read());
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public void OneOffsetRestatesEveryTimeBeforeTheClockWasSetThatOfTheMomentBetweenTheStepAndItsDiscoveryToo(int years)
    {
        var time = new SetClock(Now.AddYears(years));
        var clock = new DeviceClock(time, synced: false);
        var first = clock.Read();
        time.Pass(2_000);
        time.Wall = Now.AddSeconds(2);
        time.Pass(500);
        var between = clock.Read();
        var offset = clock.Synchronise();
        time.Pass(500);
        var after = clock.Read();

        var start = Now.ToUnixTimeMilliseconds();
        Assert.Equal((start, false, 0L), (first.Ts + offset, first.Synced, first.MonoMs));
        Assert.Equal((start + 2_500, false, 2_500L), (between.Ts + offset, between.Synced, between.MonoMs));
        Assert.Equal(new StampedTime(start + 3_000, true, 3_000), after);
    }
}
