namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A moment by both of a device's clocks.</summary>
/// <param name="Ts">UTC, ms since 1970; years off while the clock is not set.</param>
/// <param name="Synced">Whether the clock behind it has been set from the network.</param>
/// <param name="MonoMs">Since the device's process began, by a clock that nobody sets.</param>
public readonly record struct StampedTime(long Ts, bool Synced, long MonoMs);
