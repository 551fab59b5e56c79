using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Datasets.Preview;

/// <summary>Writes a frame as a PNG file (ISO/IEC 15948): 8 bits, gray or colour, no filter.</summary>
internal static class PngBytes
{
    private const byte Gray = 0;
    private const byte Colour = 2;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="values">0 to 255, [channel][row][column].</param>
    /// <param name="frame">Their geometry.</param>
    public static byte[] Of(ReadOnlySpan<float> values, FrameShape frame)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(
            file,
            "IHDR"u8,
            [.. Number(frame.Width), .. Number(frame.Height), 8, frame.Colour == FrameColour.Gray ? Gray : Colour, 0, 0, 0]);
        Write(file, "IDAT"u8, Packed(values, frame));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(ReadOnlySpan<float> values, FrameShape frame)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var pixel = 0; pixel < frame.PixelCount; pixel++)
            {
                if (pixel % frame.Width == 0)
                    zlib.WriteByte(0);
                for (var channel = 0; channel < frame.Channels.Count; channel++)
                    zlib.WriteByte((byte)Math.Round(values[channel * frame.PixelCount + pixel]));
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        file.Write(Number(data.Length));
        byte[] named = [.. type, .. data];
        file.Write(named);
        file.Write(Number((int)Crc32.Of(named)));
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
