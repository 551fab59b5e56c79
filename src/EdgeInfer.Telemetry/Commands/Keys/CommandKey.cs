using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Commands.Keys;

/// <summary>The secret that device and sender share.</summary>
public sealed class CommandKey
{
    /// <summary>As long as the digest: a shorter one is the weakest part.</summary>
    public const int MinBytes = 32;

    /// <summary>A longer file is not a key but something named by mistake.</summary>
    public const int MaxBytes = 4_096;

    private const UnixFileMode Foreign =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly byte[] _bytes;

    private CommandKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>All bytes of the file are the key, a line's end too.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too short, too long, or others may read it.</exception>
    public static CommandKey Read(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            throw new InvalidInputException(file, $"there is no such key; make one: openssl rand -out {file} {MinBytes}");
        if (info.Length is < MinBytes or > MaxBytes)
            throw new InvalidInputException(
                file, FormattableString.Invariant($"a key has {MinBytes} to {MaxBytes} bytes, this file has {info.Length}"));
        if (!OperatingSystem.IsWindows() && (info.UnixFileMode & Foreign) != 0)
            throw new InvalidInputException(file, $"others may read or change this key; chmod 600 {file}");
        return new CommandKey(File.ReadAllBytes(file));
    }
}
