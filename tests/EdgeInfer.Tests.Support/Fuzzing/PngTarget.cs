using System.Buffers.Binary;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Images.Png;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>One input for the reader of PNG files.</summary>
public static class PngTarget
{
    private const string FileName = "fuzzed.png";
    private const int SignatureBytes = 8;
    private const int ChunkFrame = 12;

    /// <summary>As it is, and with the chunks' checksums made right, so that what they guard is reached.</summary>
    /// <returns>Whether one of both was read.</returns>
    public static bool Run(byte[] bytes)
    {
        // What does not begin as a PNG never meets this reader.
        if (!PngImage.IsPng(bytes))
            return false;
        var asItIs = StillReading.TryRead(bytes, FileName, Read);
        return StillReading.TryRead(Resealed(bytes), FileName, Read) || asItIs;
    }

    private static Still Read(byte[] bytes, FrameShape frame, string path) => PngImage.Read(bytes, frame, path);

    private static byte[] Resealed(byte[] png)
    {
        var bytes = (byte[])png.Clone();
        for (var rest = bytes.AsSpan(SignatureBytes); rest.Length >= ChunkFrame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                break;
            var end = 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(rest[end..], Crc32.Of(rest[4..end]));
            rest = rest[(end + 4)..];
        }

        return bytes;
    }
}
