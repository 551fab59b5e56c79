using EdgeInfer.Measurement.Cpu;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Measurement.Tests.Cpu;

public class ThreadCpuClockTests
{
    [Fact]
    public void WorkOfThisThreadMovesTheClock()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the clock is Linux's");
        Assert.True(ThreadCpuClock.TryRead(out var before));
        var sum = 0.0;
        for (var i = 0; i < 2_000_000; i++)
            sum += Math.Sqrt(i);
        Assert.True(ThreadCpuClock.TryRead(out var after));

        Assert.True(after > before, $"{before} ns, then {after} ns after work of {sum}");
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        ThreadCpuClock.TryRead(out _);

        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 100; i++)
                ThreadCpuClock.TryRead(out _);
        }));
    }
}
