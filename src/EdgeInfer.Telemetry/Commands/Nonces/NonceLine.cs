using System.Globalization;
using System.Text;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands.Nonces;

/// <summary>
/// The lines of the file of nonces: a checksum of what follows it, then <c>begun NONCE EXPIRES DIGEST</c>,
/// <c>done NONCE</c>, <c>failed NONCE</c> or <c>forgotten EXPIRES</c>.
/// </summary>
internal static class NonceLine
{
    /// <summary>More than the longest line that is written here.</summary>
    public const int MaxLength = 128;

    private const string BegunWord = "begun";
    private const string DoneWord = "done";
    private const string FailedWord = "failed";
    private const string ForgottenWord = "forgotten";
    private const int ChecksumLength = 8;

    public static byte[] Begun(NonceEntry entry) =>
        Checked(string.Create(CultureInfo.InvariantCulture, $"{BegunWord} {entry.Nonce} {entry.ExpiresMs} {entry.Digest:x8}"));

    public static byte[] Ended(string nonce, CommandStatus status) =>
        Checked($"{(status is CommandStatus.Done ? DoneWord : FailedWord)} {nonce}");

    /// <param name="expiresMs">Nothing that expires by then is remembered singly.</param>
    public static byte[] Forgotten(long expiresMs) =>
        Checked(string.Create(CultureInfo.InvariantCulture, $"{ForgottenWord} {expiresMs}"));

    /// <summary>Takes a line over into <paramref name="memory"/>; false where it is damaged.</summary>
    public static bool TryApply(ReadOnlySpan<byte> line, NonceMemory memory)
    {
        if (line.Length <= ChecksumLength || line.Length > MaxLength
            || !uint.TryParse(line[..ChecksumLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum)
            || Crc32.Of(line[ChecksumLength..]) != checksum)
            return false;
        var words = Encoding.ASCII.GetString(line[ChecksumLength..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case [BegunWord, var nonce, var expires, var digest]
                when Number(expires) is { } expiresMs
                    && uint.TryParse(digest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum):
                memory.Begin(new NonceEntry(nonce, expiresMs, sum));
                return true;
            case [DoneWord, var nonce]:
                memory.End(nonce, CommandStatus.Done);
                return true;
            case [FailedWord, var nonce]:
                memory.End(nonce, CommandStatus.Failed);
                return true;
            case [ForgottenWord, var expires] when Number(expires) is { } expiresMs:
                memory.Forget(expiresMs);
                return true;
            default:
                return false;
        }
    }

    private static byte[] Checked(string text)
    {
        var rest = Encoding.ASCII.GetBytes($" {text}");
        return [.. Encoding.ASCII.GetBytes(Crc32.Of(rest).ToString("x8", CultureInfo.InvariantCulture)), .. rest, (byte)'\n'];
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
