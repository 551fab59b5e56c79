namespace EdgeInfer.Core.Checksums;

/// <summary>HMAC of SHA-256 (RFC 2104) in lower-case hexadecimal, by whoever computes SHA-256 here.</summary>
public static class HmacSha256Hex
{
    private const int BlockBytes = 64;
    private const byte Inner = 0x36;
    private const byte Outer = 0x5c;

    public static string Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Clear();
        if (key.Length > BlockBytes)
            Sha256Hex.Bytes(key).CopyTo(block);
        else
            key.CopyTo(block);
        var inner = Sha256Hex.Bytes([.. Padded(block, Inner), .. bytes]);
        return Convert.ToHexStringLower(Sha256Hex.Bytes([.. Padded(block, Outer), .. inner]));
    }

    private static byte[] Padded(ReadOnlySpan<byte> block, byte pad)
    {
        var padded = block.ToArray();
        for (var i = 0; i < padded.Length; i++)
            padded[i] ^= pad;
        return padded;
    }
}
