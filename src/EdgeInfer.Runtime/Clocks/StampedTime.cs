namespace EdgeInfer.Runtime.Clocks;

/// <summary>When a message was made, by both clocks at once.</summary>
/// <param name="Ts">UTC, ms since 1970.</param>
/// <param name="Synced">Whether the clock behind <paramref name="Ts"/> has been set from the network.</param>
/// <param name="MonoMs">Since the start, ms, by a clock that nobody sets.</param>
internal readonly record struct StampedTime(long Ts, bool Synced, long MonoMs);
