namespace EdgeInfer.Telemetry.Numbers;

/// <summary>Microseconds to 0.1: a clock's reading alone costs some hundredths.</summary>
internal sealed class MicrosecondsConverter() : RoundedConverter(1);
