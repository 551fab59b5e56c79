using System.Runtime.InteropServices;

namespace EdgeInfer.Runtime.Clocks;

/// <summary>Whether the kernel holds the wall clock to be synchronised; a Pi without network starts with a wrong one.</summary>
internal static partial class WallClock
{
    private const int TimeError = 5;

    public static bool IsSynchronized()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        // struct timex has 208 bytes on 64-bit Linux; modes = 0 only reads.
        Span<byte> timex = stackalloc byte[256];
        timex.Clear();
        return AdjustTime(ref MemoryMarshal.GetReference(timex)) is >= 0 and < TimeError;
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjustTime(ref byte timex);
}
