using System.Runtime.InteropServices;

namespace EdgeInfer.Recordings.Sources;

/// <summary>
/// Waits for a monotonic timestamp. A wait handle counts in milliseconds, which would show as latency of a sample
/// that was due a fraction earlier; the last stretch is therefore slept in nanoseconds by the operating system. A clock
/// other than the system's tells by its timer when the moment has come.
/// </summary>
internal static partial class DueWait
{
    private const double NanosecondsPerMillisecond = 1e6;

    /// <summary>Returns false as soon as <paramref name="stop"/> is requested.</summary>
    public static bool Until(long due, TimeProvider time, CancellationToken stop)
    {
        while (true)
        {
            var nanoseconds = (due - time.GetTimestamp()) * (1e9 / time.TimestampFrequency);
            if (nanoseconds <= 0)
                return !stop.IsCancellationRequested;
            if (stop.IsCancellationRequested)
                return false;
            if (time != TimeProvider.System)
                WaitForTimer(TimeSpan.FromMicroseconds(nanoseconds / 1e3), time, stop);
            else if (nanoseconds < 2 * NanosecondsPerMillisecond && !OperatingSystem.IsWindows())
                Rest((long)nanoseconds);
            else if (stop.WaitHandle.WaitOne(WholeMilliseconds(nanoseconds)))
                return false;
        }
    }

    private static void WaitForTimer(TimeSpan wait, TimeProvider time, CancellationToken stop)
    {
        using var over = new ManualResetEvent(initialState: false);
        using var timer = time.CreateTimer(_ => over.Set(), null, wait, Timeout.InfiniteTimeSpan);
        _ = WaitHandle.WaitAny([over, stop.WaitHandle]);
    }

    private static int WholeMilliseconds(double nanoseconds) =>
        (int)Math.Clamp((nanoseconds / NanosecondsPerMillisecond) - 1, 1, 60_000);

    /// <summary>An interruption by a signal only ends the rest early; the caller looks at the clock again.</summary>
    private static void Rest(long nanoseconds)
    {
        var request = new Timespec { Nanoseconds = (nint)nanoseconds };
        _ = NanoSleep(in request, 0);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in Timespec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
