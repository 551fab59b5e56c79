namespace EdgeInfer.Tests.Support;

/// <summary>A clock of microseconds that stands until it is moved.</summary>
public sealed class ManualTime : TimeProvider
{
    public long Microseconds { get; set; }

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => Microseconds;
}
