namespace EdgeInfer.Telemetry.Links;

/// <summary>
/// Delays before attempts to connect: doubling from <paramref name="first"/> up to <paramref name="longest"/>, each
/// shortened at random by up to half, so that a restarted broker doesn't meet all its devices at once.
/// </summary>
internal sealed class ReconnectBackoff(TimeSpan first, TimeSpan longest, Random random)
{
    private int _doublings;

    public TimeSpan Next()
    {
        var delay = first * Math.Pow(2, _doublings);
        if (delay >= longest)
            delay = longest;
        else
            _doublings++;
        return Shortened(delay, random);
    }

    public void Reset() => _doublings = 0;

    public static TimeSpan Shortened(TimeSpan delay, Random random) => delay * (1 - 0.5 * random.NextDouble());
}
