namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Numbered messages of one boot that no reader will get.</summary>
/// <param name="Boot">Of the process that numbered them.</param>
/// <param name="First">Lowest number.</param>
/// <param name="Last">Highest number.</param>
internal sealed record LostRange(string Boot, long First, long Last, LossReason Reason)
{
    public long Count => Last - First + 1;
}
