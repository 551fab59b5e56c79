using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Tests.Links;

public sealed class ReconnectBackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public void DelaysDoubleUpToTheirCapAndAreShortenedByHalfAtMost()
    {
        var backoff = new ReconnectBackoff(First, Longest, new Random(7));
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var nominal = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempt));
            Assert.InRange(backoff.Next().TotalSeconds, nominal / 2, nominal);
        }
    }

    [Fact]
    public void AfterAGoodConnectionItStartsAgain()
    {
        var backoff = new ReconnectBackoff(First, Longest, new Random(7));
        for (var attempt = 0; attempt < 10; attempt++)
            backoff.Next();
        backoff.Reset();
        Assert.InRange(backoff.Next(), First / 2, First);
    }

    [Fact]
    public void DevicesThatLostTheSameBrokerDoNotReturnTogether()
    {
        var delays = Enumerable.Range(0, 100).Select(seed => new ReconnectBackoff(First, Longest, new Random(seed)).Next());
        Assert.True(delays.Distinct().Count() > 90);
    }
}
