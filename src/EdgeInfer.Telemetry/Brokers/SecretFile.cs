using System.Text;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>A file that nobody but its owner may read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidInputException">It can't be read, others may read it, or it is too long or no text.</exception>
    public static string ReadText(string path, int limit)
    {
        try
        {
            return Utf8.GetString(ReadBytes(path, limit));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidInputException(path, "is no text in UTF-8", error);
        }
    }

    /// <exception cref="InvalidInputException">It can't be read, others may read it, or it is too long.</exception>
    public static byte[] ReadBytes(string path, int limit)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            if (!OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(file.SafeFileHandle) & OfOthers) != 0
                && !ServiceCredentials.Holds(path))
                throw new InvalidInputException(path, $"others than its owner may read or write it; run: chmod 600 {path}");
            var bytes = new byte[limit + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= limit
                ? bytes[..length]
                : throw new InvalidInputException(path, $"more than {limit / 1024} KiB are no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"can't be read: {UserError.OneLine(error.Message)}", error);
        }
    }
}
