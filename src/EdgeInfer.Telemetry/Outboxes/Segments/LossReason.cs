namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Why messages left an outbox without reaching the broker.</summary>
internal enum LossReason
{
    /// <summary>The oldest made room for newer ones.</summary>
    Size,

    /// <summary>They were older than what is worth keeping.</summary>
    Age,

    /// <summary>Their bytes on the disk no longer match their checksum.</summary>
    Damage,
}
