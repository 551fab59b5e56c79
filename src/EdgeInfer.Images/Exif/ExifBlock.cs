using System.Buffers.Binary;
using EdgeInfer.Images.Pixels;

namespace EdgeInfer.Images.Exif;

/// <summary>Finds the orientation in a picture's EXIF block, which is laid out as a TIFF file (TIFF 6.0, section 2).</summary>
internal static class ExifBlock
{
    private const int HeaderBytes = 8;
    private const int CountBytes = 2;
    private const int EntryBytes = 12;
    private const int TypeAt = 2;
    private const int CountAt = 4;
    private const int ValueAt = 8;
    private const ushort OrientationTag = 0x0112;
    private const ushort Short = 3;

    /// <summary>
    /// Upright where the block does not say; null where it is damaged. A picture whose EXIF is damaged can be seen all the same, so it
    /// is taken as it lies, and told.
    /// </summary>
    public static ExifOrientation? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderBytes || ByteOrder(tiff) is not { } bigEndian)
            return null;
        var at = Int32(tiff[4..], bigEndian);
        if (at < HeaderBytes || at > tiff.Length - CountBytes)
            return null;
        var count = Int16(tiff[(int)at..], bigEndian);
        var entries = tiff[((int)at + CountBytes)..];
        if (count > ImageLimits.ExifEntries || count * EntryBytes > entries.Length)
            return null;
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntryBytes, EntryBytes);
            if (Int16(entry, bigEndian) == OrientationTag)
                return Value(entry, bigEndian);
        }

        return ExifOrientation.TopLeft;
    }

    private static ExifOrientation? Value(ReadOnlySpan<byte> entry, bool bigEndian)
    {
        var value = (ExifOrientation)Math.Min(Int16(entry[ValueAt..], bigEndian), byte.MaxValue);
        return Int16(entry[TypeAt..], bigEndian) == Short && Int32(entry[CountAt..], bigEndian) == 1 && Enum.IsDefined(value)
            ? value
            : null;
    }

    private static bool? ByteOrder(ReadOnlySpan<byte> tiff) =>
        tiff.StartsWith("II*\0"u8) ? false
        : tiff.StartsWith("MM\0*"u8) ? true
        : null;

    private static ushort Int16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Int32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
