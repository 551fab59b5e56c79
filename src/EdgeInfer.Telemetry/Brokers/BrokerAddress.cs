using System.Buffers;
using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>Where an MQTT broker listens, and whether it speaks TLS there.</summary>
/// <param name="Host">A name or an IP address; IPv6 without its brackets.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record BrokerAddress(string Host, int Port)
{
    private const int PlainPort = 1883;
    private const int TlsPort = 8883;
    private const string Forms = "HOST:PORT, mqtt://HOST[:PORT], or mqtts://HOST[:PORT] for TLS";

    // Longer than any name that DNS resolves.
    private const int HostLimit = 253;

    /// <summary>Where somebody may have written a secret: such a text is never repeated.</summary>
    private static readonly SearchValues<char> PlacesOfSecrets = SearchValues.Create("@?#");

    public bool UsesTls { get; init; }

    /// <summary>Reads HOST:PORT, mqtt://HOST[:PORT] or mqtts://HOST[:PORT]; an IPv6 address stands in brackets.</summary>
    /// <param name="place">Option or field that <paramref name="text"/> comes from.</param>
    /// <exception cref="InvalidInputException">Another form, or a user or password in it, which the message does not repeat.</exception>
    public static BrokerAddress Parse(string text, string place)
    {
        if (text.AsSpan().ContainsAny(PlacesOfSecrets))
            throw new InvalidInputException(
                place,
                "no user, password or query may stand in an address, where process lists and logs show it; "
                + "write them into a file and name it with --credentials FILE");
        if (text.Length > HostLimit + "mqtts://:65535".Length)
            throw new InvalidInputException(place, $"{text.Length} characters are no address; write {Forms}");
        return text.Split("://", 2) switch
        {
            [var rest] => Parse(rest, defaultPort: null) ?? throw new InvalidInputException(place, $"'{text}' is not {Forms}"),
            [var scheme, var rest] => OfScheme(scheme, rest, place)
                ?? throw new InvalidInputException(place, $"'{text}' is not {Forms}"),
            _ => throw new InvalidOperationException("two parts at most"),
        };
    }

    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return string.Create(CultureInfo.InvariantCulture, $"{(UsesTls ? "mqtts://" : "")}{host}:{Port}");
    }

    private static BrokerAddress? OfScheme(string scheme, string rest, string place) => scheme.ToLowerInvariant() switch
    {
        "mqtt" => Parse(rest, PlainPort),
        "mqtts" => Parse(rest, TlsPort) is { } address ? address with { UsesTls = true } : null,
        _ => throw new InvalidInputException(place, $"the scheme '{scheme}://' is not spoken here; write {Forms}"),
    };

    private static BrokerAddress? Parse(string text, int? defaultPort)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= text.LastIndexOf(']'))
            colon = -1;
        var host = colon < 0 ? text : text[..colon];
        if (!TryHost(host, out host))
            return null;
        if (colon < 0)
            return defaultPort is { } known ? new BrokerAddress(host, known) : null;
        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= 1 and <= 65535
            ? new BrokerAddress(host, port)
            : null;
    }

    private static bool TryHost(string text, out string host)
    {
        var bracketed = text is ['[', .., ']'];
        host = bracketed ? text[1..^1] : text;
        return Uri.CheckHostName(host) is var kind && (bracketed
            ? kind is UriHostNameType.IPv6
            : kind is UriHostNameType.Dns or UriHostNameType.IPv4);
    }
}
