using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>Durations of a session, apart so that tests can shorten them.</summary>
internal sealed record SessionTiming : LinkTiming
{
    /// <summary>How long a session that ends tries to deliver what it still holds.</summary>
    public TimeSpan Flush { get; init; } = TimeSpan.FromSeconds(10);
}
