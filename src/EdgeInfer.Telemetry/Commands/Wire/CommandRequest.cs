using System.Runtime.InteropServices;
using System.Text.Json;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>A command as its sender writes it; the verb is the last level of the topic.</summary>
public sealed record CommandRequest
{
    /// <summary>Version of the payload.</summary>
    public required int Schema { get; init; }

    /// <summary>Names this command among all others; 8 to 64 characters of A-Z, a-z, 0-9, '_' and '-'.</summary>
    public required string Nonce { get; init; }

    /// <summary>When the command loses its force: UTC, ms since 1970, at most a day ahead.</summary>
    public required long ExpiresMs { get; init; }

    /// <summary>HMAC-SHA256 with the key that device and sender share, hexadecimal; absent where there is no key.</summary>
    public string? Mac { get; init; }

    /// <summary>What the verb needs; absent where it needs nothing.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>The bytes of args as they came, which a mac covers; empty where they are absent.</summary>
    internal ReadOnlySpan<byte> ArgsBytes => Args is { } args ? JsonMarshal.GetRawUtf8Value(args) : [];
}
