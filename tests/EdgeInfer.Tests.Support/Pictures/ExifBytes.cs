using System.Buffers.Binary;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Tests.Support.Pictures;

/// <summary>EXIF blocks of one entry, and pictures that carry them.</summary>
public static class ExifBytes
{
    /// <summary>Bytes of the signature and of the chunk IHDR.</summary>
    private const int PngHeader = 33;

    /// <summary>An EXIF block that says an orientation.</summary>
    public static byte[] Block(ushort orientation, bool bigEndian = false) =>
    [
        .. bigEndian ? "MM\0*"u8 : "II*\0"u8, .. Number(8, 4, bigEndian), .. Number(1, 2, bigEndian), .. Number(0x0112, 2, bigEndian),
        .. Number(3, 2, bigEndian), .. Number(1, 4, bigEndian), .. Number(orientation, 2, bigEndian), 0, 0, .. new byte[4],
    ];

    /// <summary>The PNG file with a chunk eXIf.</summary>
    public static byte[] InPng(byte[] png, byte[] block)
    {
        byte[] named = [.. "eXIf"u8, .. block];
        return
        [
            .. png[..PngHeader], .. ImageFolder.Number(block.Length), .. named, .. ImageFolder.Number((int)Crc32.Of(named)),
            .. png[PngHeader..],
        ];
    }

    /// <summary>The JPEG file with a segment APP1.</summary>
    public static byte[] InJpeg(byte[] jpeg, byte[] block)
    {
        byte[] segment = [.. "Exif\0\0"u8, .. block];
        return [.. jpeg[..2], 0xFF, 0xE1, .. Number(segment.Length + 2, 2, bigEndian: true), .. segment, .. jpeg[2..]];
    }

    private static byte[] Number(int value, int bytes, bool bigEndian)
    {
        var number = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, value);
        var last = number[^bytes..];
        if (!bigEndian)
            Array.Reverse(last);
        return last;
    }
}
