using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>Where a device publishes and under which name.</summary>
public sealed record SessionOptions
{
    public required string Host { get; init; }

    /// <summary>1 to 65535; MQTT's own is 1883.</summary>
    public required int Port { get; init; }

    /// <summary>User and password, read for each connection; null for a broker that asks for none.</summary>
    public CredentialsFile? Credentials { get; init; }

    /// <summary>For a connection by TLS, read for each one; null for a plain one.</summary>
    public TlsFiles? Tls { get; init; }

    public required DeviceTopics Topics { get; init; }

    /// <summary>For how long the first connection is tried before the broker counts as unreachable.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One line for every change of the connection, called on the publisher's thread; must not throw.</summary>
    public Action<string> Notice { get; init; } = static _ => { };

    internal SessionTiming Timing { get; init; } = new();

    internal string Address => Link().Address;

    internal LinkOptions Link() => new()
    {
        Host = Host,
        Port = Port,
        Credentials = Credentials,
        Tls = Tls,
        ClientId = Topics.Root,
        Will = Outgoing.Of(Topics, new AvailabilityMessage(Online: false)),
        Notice = Notice,
        Timing = Timing,
    };
}
