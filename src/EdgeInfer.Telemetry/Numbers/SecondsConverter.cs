namespace EdgeInfer.Telemetry.Numbers;

/// <summary>Seconds to the millisecond.</summary>
internal sealed class SecondsConverter() : RoundedConverter(3);
