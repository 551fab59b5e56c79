namespace EdgeInfer.Telemetry.Links;

/// <summary>Why a connection ended.</summary>
/// <param name="TakenOver">Another client connected with our id (MQTT reason 0x8E).</param>
/// <param name="TooLarge">The broker closed because of a packet's size (0x95); sending it again would end the next connection.</param>
internal sealed record LinkLoss(string Reason, bool TakenOver = false, bool TooLarge = false);
