namespace EdgeInfer.Core.Checksums;

/// <summary>CRC-32 as .zip entries (APPNOTE.TXT, 4.4.7) and PNG chunks (ISO/IEC 15948, annex D) carry it.</summary>
public static class Crc32
{
    private const uint ReflectedPolynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => OfIndex((uint)index))];

    /// <summary>0 for no bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint OfIndex(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? ReflectedPolynomial ^ (value >> 1) : value >> 1;
        return value;
    }
}
