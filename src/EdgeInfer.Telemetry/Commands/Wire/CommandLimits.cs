namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>Bounds of a command, each checked before anything is done with it.</summary>
public static class CommandLimits
{
    /// <summary>Bytes of a command. Arguments are settings and names; models travel another way.</summary>
    public const int MaxPayloadBytes = 16 * 1024;

    /// <summary>Short ones collide, and let a stranger guess the next.</summary>
    public const int MinNonceLength = 8;

    /// <summary>As many characters as 32 bytes have in hexadecimal.</summary>
    public const int MaxNonceLength = 64;

    /// <summary>
    /// How far ahead a command may expire. A device remembers its nonce until then; a command that should wait longer for a
    /// device is better sent again.
    /// </summary>
    public static TimeSpan MaxLifetime { get; } = TimeSpan.FromDays(1);
}
