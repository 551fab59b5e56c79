using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;

namespace EdgeInfer.Telemetry.Commands.Keys;

/// <summary>The secret that device and sender share.</summary>
public sealed class CommandKey
{
    /// <summary>As long as the digest: a shorter one is the weakest part.</summary>
    public const int MinBytes = 32;

    /// <summary>A longer file is not a key but something named by mistake.</summary>
    public const int MaxBytes = 4_096;

    private readonly byte[] _bytes;

    private CommandKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>All bytes of the file are the key, a line's end too.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too short, too long, or others may read it.</exception>
    public static CommandKey Read(string file)
    {
        if (!File.Exists(file))
            throw new InvalidInputException(file, $"there is no such key; make one: (umask 077; openssl rand -out {file} {MinBytes})");
        var bytes = SecretFile.ReadBytes(file, MaxBytes);
        return bytes.Length >= MinBytes
            ? new CommandKey(bytes)
            : throw new InvalidInputException(
                file, FormattableString.Invariant($"a key has {MinBytes} bytes or more, this file has {bytes.Length}"));
    }
}
