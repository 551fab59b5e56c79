using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Outboxes;
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

    /// <summary>
    /// A broker that can't be reached is no error at the start: messages wait in the outbox, and the session goes on trying. A
    /// broker that refuses is an error all the same.
    /// </summary>
    public bool StartsWithoutBroker { get; init; }

    /// <summary>Folder of what the device must know after a restart; null to keep all of it in memory.</summary>
    public string? StateFolder { get; init; }

    /// <summary>How much waits for the broker, and for how long; its folder is the session's.</summary>
    public OutboxOptions Outbox { get; init; } = new();

    /// <summary>Both clocks of the device.</summary>
    public required Func<StampedTime> Now { get; init; }

    /// <summary>One line for every change of the connection, called on the publisher's thread; must not throw.</summary>
    public Action<string> Notice { get; init; } = static _ => { };

    /// <summary>For so long the broker holds commands for a device that is away. Longer than the will waits.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    internal SessionTiming Timing { get; init; } = new();

    internal OutboxOptions KeptOutbox => Outbox with { Folder = StateFolder is null ? null : Path.Combine(StateFolder, "outbox") };

    internal string Address => Link().Address;

    internal LinkOptions Link() => new()
    {
        Host = Host,
        Port = Port,
        Credentials = Credentials,
        Tls = Tls,
        ClientId = Topics.Root,
        Will = Outgoing.Of(Topics, new AvailabilityMessage(Online: false)),
        KeptFor = KeptFor,
        ComesBack = true,
        Notice = Notice,
        Timing = Timing,
    };
}
