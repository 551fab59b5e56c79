namespace EdgeInfer.Recordings.Clocks;

/// <summary>A moment as it is written.</summary>
/// <param name="Nanoseconds">From 1970-01-01 00:00 on the clock's own face, ns.</param>
/// <param name="OffsetNanoseconds">What that clock is ahead of UTC, ns; null where the text does not say.</param>
internal readonly record struct WrittenTime(long Nanoseconds, long? OffsetNanoseconds);
