namespace EdgeInfer.Telemetry.Numbers;

/// <summary>Events a second, to 0.01.</summary>
internal sealed class RateConverter() : RoundedConverter(2);
