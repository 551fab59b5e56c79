using System.Buffers.Binary;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Storage;

/// <summary>
/// The record at the end of a .zip (APPNOTE.TXT, 4.3.16), checked before the archive is opened: the platform's reader
/// makes an object of every entry in the directory, however many there are.
/// </summary>
internal static class ZipDirectory
{
    private const int EndRecordLength = 22;
    private const uint EndSignature = 0x06054b50;

    public static void Check(Stream archive, string place)
    {
        if (archive.Length is < EndRecordLength or > BundleLimits.TotalBytes)
            throw new InvalidInputException(
                place, Invariant($"{archive.Length} bytes, not {EndRecordLength} to {BundleLimits.TotalBytes}"));
        Span<byte> end = stackalloc byte[EndRecordLength];
        archive.Seek(-EndRecordLength, SeekOrigin.End);
        archive.ReadExactly(end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature)
            throw new InvalidInputException(place, "does not end as a .zip without comment does: no archive, or truncated");
        var disks = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (disks != 0 || entries is 0 or > BundleLimits.Entries)
            throw new InvalidInputException(place, Invariant($"{entries} entries, not 1 to {BundleLimits.Entries} on one disk"));
        if (length > BundleLimits.ZipDirectoryBytes || offset + (long)length + EndRecordLength != archive.Length)
            throw new InvalidInputException(place, Invariant($"a directory of {length} bytes at {offset} does not fit"));
        archive.Seek(0, SeekOrigin.Begin);
    }
}
