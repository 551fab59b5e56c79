using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EdgeInfer.Files;

/// <summary>Tells a regular file from a device, a pipe or a link, which must be written into and never replaced.</summary>
internal static partial class FileKind
{
    private const int CurrentFolder = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint TypeAndMode = 1;

    // struct statx has the same layout on every architecture: 256 bytes, stx_mode at 28.
    private const int StatxBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>True where <paramref name="path"/> exists and is anything but a regular file.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        Span<byte> status = stackalloc byte[StatxBytes];
        return Statx(CurrentFolder, path, DoNotFollowLinks, TypeAndMode, status) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeMask) != RegularFile;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> status);
}
