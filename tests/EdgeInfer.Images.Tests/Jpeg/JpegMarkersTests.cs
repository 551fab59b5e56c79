using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Jpeg;
using EdgeInfer.Images.Pixels;
using static EdgeInfer.Images.Tests.Jpeg.JpegBytes;

namespace EdgeInfer.Images.Tests.Jpeg;

public sealed class JpegMarkersTests
{
    private static readonly byte[] Gray = Frame(0xC0, 8, 0x11, 1);
    private static readonly byte[] GrayScan = Scan(0, 63, 0, 1);
    private static readonly byte[] Colours = Frame(0xC0, 8, 0x11, 1, 2, 3);

    [Fact]
    public void BaselineAndProgressiveImagesAreRead()
    {
        Assert.Equal(128, Read([.. Start, .. Tables, .. Gray, .. GrayScan, .. End]).Rgb[0]);
        Assert.Equal(128, Read([.. Start, .. Tables, .. Colours, .. Scan(0, 63, 0, 1, 2, 3), .. End]).Rgb[0]);
        Assert.Equal(128, Read([.. Start, .. Tables, .. Frame(0xC2, 8, 0x11, 1), .. Scan(0, 0, 0, 1), .. End, 0, 0]).Rgb[0]);
    }

    [Fact]
    public void TheFileThatCrashedTheDecoderIsRefused()
    {
        byte[] other = Frame(0xC0, 20, 0x11, 1);
        Refused(
            [.. Start, .. other, .. Tables, 0xFF, 0xD8, 0, 6, 0xFF, 0xD9, 0, 0, .. Frame(0xC2, 65_535, 0x11, 1), .. Scan(0, 0, 0, 1)],
            "has a second SOI");
    }

    [Fact]
    public void AHuffmanTableWithoutACodeIsRefused()
    {
        // The fuzzer's find: the decoder counted codes for ever.
        Refused(
            [.. Start, .. Segment(0xC4, new byte[18]), .. Tables, .. Gray, .. GrayScan, .. End],
            "has a Huffman table of 0 codes in 18 bytes");
        Refused([.. Start, .. Segment(0xC4, [0, 2, .. new byte[15], 0]), .. End], "has a Huffman table of 2 codes in 18 bytes");
        Refused([.. Start, .. Segment(0xC4, [0, 1]), .. End], "has a Huffman table of 1 codes in 2 bytes");
        Refused(
            [.. Start, .. Segment(0xC4, [0, .. Enumerable.Repeat((byte)17, 16), .. new byte[272]]), .. End],
            "has a Huffman table of 272 codes");
    }

    [Fact]
    public void AComponentNeedsItsTableOfQuantisationBeforeItsScans()
    {
        // The fuzzer's find: the decoder met none at the end of a progressive image.
        byte[] scan = Scan(0, 0, 0, 1);
        byte[] huffman = [.. Segment(0xC4, [0x00, 1, .. new byte[15], 0])];
        Refused([.. Start, .. huffman, .. Frame(0xC2, 8, 0x11, 1), .. scan, .. End], "has no table 0 of quantisation for component 1");
        Refused(
            [.. Start, .. huffman, .. Frame(0xC2, 8, 0x11, 1), .. scan, .. Tables, .. scan, .. End],
            "has no table 0 of quantisation for component 1");
        Refused([.. Start, .. Segment(0xDB, new byte[64]), .. End], "has a table of quantisation of kind 0 in 64 bytes");
        Refused([.. Start, .. Segment(0xDB, [0x20, .. new byte[192]]), .. End], "has a table of quantisation of kind 2");
    }

    [Fact]
    public void MarkersMustFollowEachOther()
    {
        Refused([0, .. Start], "does not begin with SOI");
        Refused([.. Start, .. Gray, .. Gray, .. GrayScan, .. End], "has more than one frame header (SOF)");
        Refused([.. Start, .. Gray, .. GrayScan, .. Gray, .. GrayScan, .. End], "has more than one frame header (SOF)");
        Refused([.. Start, .. End], "has no frame header (SOF)");
        Refused([.. Start, .. GrayScan, .. Gray, .. End], "has a scan in front of its frame header (SOF)");
        Refused([.. Start, .. Frame(0xC3, 8, 0x11, 1), .. End], "has the marker FFC3");
        Refused([.. Start, 7, .. Gray, .. End], "has no marker at byte 2");
        Refused([.. Start, 0xFF, 0xDB, 0, 1], "has a segment of 1 bytes");
        Refused([.. Start, 0xFF, 0xDB, 0, 9, 1], "a truncated JPEG: has a segment of 9 bytes");
    }

    [Fact]
    public void AFrameMustBeOfAKindThatIsRead()
    {
        Refused([.. Start, .. Frame(0xC0, 8, 0x11, 1, 2), .. End], "a JPEG of 2 components of 8 bits");
        Refused([.. Start, .. Frame(0xC0, 8, 0x31, 1), .. End], "sampled 3 x 1");
        Refused([.. Start, .. Frame(0xC0, 8, 0x10, 1), .. End], "sampled 1 x 0");
        Refused([.. Start, .. Frame(0xC0, 8, 0x11, 1, 2, 1), .. End], "has component 1 twice");
        Refused([.. Start, .. Segment(0xC0, [8, 0, 8]), .. End], "has a frame header of 3 bytes");
        Refused([.. Start, .. Tables, .. Frame(0xC0, 16, 0x11, 1), .. GrayScan, .. End], "16 x 16 px; frame says 8 x 8");
    }

    [Theory]
    [InlineData(0, 63, 0, 2, "has scan 1 of component 2")]
    [InlineData(5, 4, 0, 1, "has scan 1 of coefficients 5 to 4")]
    [InlineData(0, 64, 0, 1, "has scan 1 of coefficients 0 to 64")]
    [InlineData(0, 63, 0xE0, 1, "bits 14 to 0")]
    [InlineData(0, 63, 0x0E, 1, "bits 0 to 14")]
    [InlineData(1, 63, 0, 1, "has no scan with the mean of component 1")]
    public void AScanMustFitItsFrame(byte first, byte last, byte bits, byte component, string reason) =>
        Refused([.. Start, .. Gray, .. Scan(first, last, bits, component), .. End], reason);

    [Fact]
    public void ScansMustCoverTheFrameAndBeFew()
    {
        Refused([.. Start, .. Gray, .. End], "has no scan with the mean of component 1");
        Refused([.. Start, .. Colours, .. Scan(0, 63, 0, 1), .. Scan(0, 63, 0, 3), .. End], "has no scan with the mean of component 2");
        Refused([.. Start, .. Colours, .. Scan(0, 63, 0, 1, 1), .. End], "has scan 1 of component 1");
        Refused([.. Start, .. Frame(0xC2, 8, 0x11, 1), .. Scan(0, 63, 0, 1), .. End], "has progressive scan 1");
        Refused([.. Start, .. Frame(0xC2, 8, 0x11, 1), .. Scan(1, 63, 0, 1), .. End], "has no scan with the mean of component 1");
        Refused([.. Start, .. Gray, .. Segment(0xDA, []), .. End], "has scan 1 of 0 components");
        Refused([.. Start, .. Gray, .. Enumerable.Repeat(GrayScan, 101).SelectMany(scan => scan), .. End], "has more than 100 scans");
    }

    [Fact]
    public void EntropyCodedDataHoldsRestartsAndNoOtherMarkers()
    {
        Refused([.. Start, .. Gray, .. GrayScan, 0xFF, 0x00, 0xFF, 0xD3, .. Segment(0x01, []), .. End], "has the marker FF01");
        Refused([.. Start, .. Gray, .. GrayScan, 0xFF, 0x00, 0xFF, 0xD3], "ends before its marker EOI");
    }

    [Fact]
    public void WhatPhonesPutBehindThePictureIsNotSeen()
    {
        byte[] second = [.. Start, .. Tables, .. Frame(0xC0, 16, 0x11, 1), .. GrayScan, .. End];

        Assert.Equal(128, Read([.. Start, .. Tables, .. Gray, .. GrayScan, .. End, .. second]).Rgb[0]);
        Assert.Equal(128, Read([.. Start, .. Tables, .. Gray, .. GrayScan, .. End, .. End, 0xFF]).Rgb[0]);
    }

    [Fact]
    public void RedGreenAndBlueAreNoLumaAndDifferences()
    {
        byte[] adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Refused([.. Start, .. adobe, .. Colours, .. Scan(0, 63, 0, 1, 2, 3), .. End], "a JPEG of red, green and blue");
        Refused(
            [.. Start, .. Frame(0xC0, 8, 0x11, [.. "RGB"u8]), .. Scan(0, 63, 0, [.. "RGB"u8]), .. End], "a JPEG of red, green and blue");
    }

    private static Still Read(byte[] bytes) => JpegImage.Read(bytes, new FrameShape(8, 8, FrameColour.Rgb), "one.jpg");

    private static void Refused(byte[] bytes, string reason)
    {
        var error = Assert.Throws<InvalidInputException>(() => Read(bytes));
        Assert.StartsWith("one.jpg: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
