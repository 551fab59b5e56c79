using System.Buffers.Binary;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Png;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Images.Tests.Png;

public sealed class PngImageTests
{
    [Fact]
    public void APngThatAsksForADictionaryIsRefused()
    {
        // The fuzzer's find: zlib reports this case by an exception of its own.
        var bytes = ImageFolder.Png(2, 3, 1);
        var type = bytes.AsSpan().IndexOf("IDAT"u8);
        (bytes[type + 4], bytes[type + 5]) = (0x78, 0xBB);
        var end = type + 4 + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(type - 4));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(end), Crc32.Of(bytes.AsSpan(type..end)));

        var error = Assert.Throws<InvalidInputException>(() => PngImage.Read(bytes, new FrameShape(2, 3, FrameColour.Rgb), "one.png"));

        Assert.StartsWith("one.png: a damaged PNG: ", error.Message, StringComparison.Ordinal);
    }
}
