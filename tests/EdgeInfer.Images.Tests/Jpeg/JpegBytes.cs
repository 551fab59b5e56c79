namespace EdgeInfer.Images.Tests.Jpeg;

/// <summary>Gray JPEG files of 8 x 8 px, in pieces that a test can replace.</summary>
internal static class JpegBytes
{
    public static byte[] Start => [0xFF, 0xD8];

    public static byte[] End => [0xFF, 0xD9];

    /// <summary>A quantisation of 1, and for means and coefficients each a code of one bit, for 0 and for the end of a block.</summary>
    public static byte[] Tables =>
    [
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
        .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
    ];

    public static byte[] Frame(byte marker, int size, byte sampling, params byte[] components) =>
        Segment(
            marker,
            [
                8,
                (byte)(size >> 8),
                (byte)size,
                (byte)(size >> 8),
                (byte)size,
                (byte)components.Length,
                .. components.SelectMany(id => new byte[] { id, sampling, 0 }),
            ]);

    /// <summary>One block of mean 128 for each component.</summary>
    public static byte[] Scan(byte first, byte last, byte bits, params byte[] components) =>
        [.. Segment(0xDA, [(byte)components.Length, .. components.SelectMany(id => new byte[] { id, 0 }), first, last, bits]), 0x03];

    public static byte[] Segment(
        byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}
