namespace EdgeInfer.Telemetry.Outboxes.Segments;

internal enum RecordKind : byte
{
    /// <summary>How the messages that name it travel: topic, content type, quality of service.</summary>
    Route = 1,

    Message = 2,

    /// <summary>Up to where the broker has answered for all messages.</summary>
    Settled = 3,
}
