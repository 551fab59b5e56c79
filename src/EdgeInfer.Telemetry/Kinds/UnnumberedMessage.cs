namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A message that the next of its kind replaces: QoS 0, not kept while there is no connection.</summary>
public abstract record UnnumberedMessage : DeviceMessage;
