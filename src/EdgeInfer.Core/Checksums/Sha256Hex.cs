using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace EdgeInfer.Core.Checksums;

/// <summary>
/// SHA-256 in lower-case hexadecimal, as sha256sum writes it. On the host OpenSSL computes it, at six times the speed. A program
/// that sets the switch computes it in C#, and so needs no OpenSSL: docs/decisions/openssl.md.
/// </summary>
public static class Sha256Hex
{
    private const int BufferBytes = 64 * 1024;

    [FeatureSwitchDefinition("EdgeInfer.ManagedSha256")]
    private static bool InCSharp => AppContext.TryGetSwitch("EdgeInfer.ManagedSha256", out var chosen) && chosen;

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(Bytes(bytes));

    /// <summary>Of what is left in <paramref name="stream"/>.</summary>
    public static string Of(Stream stream) =>
        Convert.ToHexStringLower(InCSharp ? InCSharpOf(stream) : SHA256.HashData(stream));

    internal static byte[] Bytes(ReadOnlySpan<byte> bytes) => InCSharp ? ManagedSha256.Of(bytes) : SHA256.HashData(bytes);

    private static byte[] InCSharpOf(Stream stream)
    {
        var hash = new ManagedSha256();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (stream.Read(buffer) is > 0 and var length)
                hash.Append(buffer.AsSpan(0, length));
            return hash.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
