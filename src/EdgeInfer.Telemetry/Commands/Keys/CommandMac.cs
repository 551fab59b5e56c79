using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Commands.Keys;

/// <summary>
/// What shows that a command comes from who holds the key: HMAC-SHA256 over everything that decides what it does. These are lines
/// <c>edgeinfer-command-1</c>, verb, root of the device's topics, nonce, expires_ms, each with its line feed, then the bytes of args.
/// </summary>
public static class CommandMac
{
    private const string Purpose = "edgeinfer-command-1";

    /// <summary>With its mac, over args as they will stand in the payload: without the spaces and escapes that their writer used.</summary>
    public static CommandRequest Signed(CommandRequest request, CommandKey key, DeviceTopics device, string verb)
    {
        var written = request with { Args = request.Args is { } args ? Written(args) : null };
        return written with { Mac = Of(key, device, verb, written.Nonce, written.ExpiresMs, written.ArgsBytes) };
    }

    /// <param name="args">As they stand in the payload; empty where they are absent.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(CommandKey key, DeviceTopics device, string verb, string nonce, long expiresMs, ReadOnlySpan<byte> args)
    {
        var head = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{Purpose}\n{verb}\n{device.Root}\n{nonce}\n{expiresMs}\n"));
        return HmacSha256Hex.Of(key.Bytes, [.. head, .. args]);
    }

    private static JsonElement Written(JsonElement args)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
            args.WriteTo(writer);
        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>Takes equally long for every wrong one.</summary>
    internal static bool Equal(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given));
}
