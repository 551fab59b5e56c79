using EdgeInfer.Telemetry.Brokers;

namespace EdgeInfer.Telemetry.Links;

/// <summary>Whom a link connects, to which broker.</summary>
public sealed record LinkOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string ClientId { get; init; }

    /// <summary>User and password, read for each connection; null for a broker that asks for none.</summary>
    public CredentialsFile? Credentials { get; init; }

    /// <summary>For a connection by TLS, read for each one; null for a plain one.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>How long the broker holds messages for a client that lost its connection; zero for a new session each time.</summary>
    public TimeSpan KeptFor { get; init; }

    /// <summary>After its farewell the client comes back under its id, so the broker goes on holding messages for it.</summary>
    public bool ComesBack { get; init; }

    /// <summary>One line for every change of the connection; must not throw.</summary>
    public Action<string> Notice { get; init; } = static _ => { };

    /// <summary>What the broker says for a client that went without a farewell.</summary>
    internal OutgoingMessage? Will { get; init; }

    internal LinkTiming Timing { get; init; } = new();

    internal string Address => new BrokerAddress(Host, Port) { UsesTls = Tls is not null }.ToString();
}
