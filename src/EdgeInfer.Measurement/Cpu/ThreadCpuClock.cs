using System.Runtime.InteropServices;

namespace EdgeInfer.Measurement.Cpu;

/// <summary>CPU time of the calling thread: what the work cost, whatever else the machine did meanwhile.</summary>
public static partial class ThreadCpuClock
{
    private const int ThreadCpuTime = 3;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// CPU time that the calling thread has used so far, ns; false where the platform is not Linux or refuses. Allocates
    /// nothing.
    /// </summary>
    public static bool TryRead(out long nanoseconds)
    {
        nanoseconds = 0;
        if (!OperatingSystem.IsLinux() || ClockGetTime(ThreadCpuTime, out var time) != 0)
            return false;
        nanoseconds = time.Seconds * NanosecondsPerSecond + time.Nanoseconds;
        return true;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpecification time);

    // struct timespec: both fields are one machine word on every Linux that .NET runs on.
    private readonly struct TimeSpecification
    {
        private readonly nint _seconds;
        private readonly nint _nanoseconds;

        public long Seconds => _seconds;

        public long Nanoseconds => _nanoseconds;
    }
}
