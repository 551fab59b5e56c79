using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Runtime.Configuration;

/// <summary>HOST:PORT of a broker; an IPv6 address stands in brackets.</summary>
internal sealed record BrokerAddress(string Host, int Port)
{
    /// <exception cref="InvalidInputException">No host, or no port from 1 to 65535.</exception>
    public static BrokerAddress Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535)
            throw new InvalidInputException("--broker", $"'{text}' is not HOST:PORT");
        return new BrokerAddress(text[..colon].Trim('[', ']'), port);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
