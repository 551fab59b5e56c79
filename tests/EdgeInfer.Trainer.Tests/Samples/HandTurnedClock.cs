namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>Stands still but for the test.</summary>
internal sealed class HandTurnedClock : TimeProvider
{
    public long Seconds { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Seconds;
}
