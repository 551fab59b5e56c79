using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>Which devices of which broker a listener hears.</summary>
public sealed record ListenerOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>User and password, read for each connection; null for a broker that asks for none.</summary>
    public CredentialsFile? Credentials { get; init; }

    /// <summary>For a connection by TLS, read for each one; null for a plain one.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>One site's name, or '+' for all.</summary>
    public string Site { get; init; } = "+";

    /// <summary>One device's name, or '+' for all.</summary>
    public string Device { get; init; } = "+";

    /// <summary>One line for every change of the connection; must not throw.</summary>
    public Action<string> Notice { get; init; } = static _ => { };

    /// <summary>Messages that may wait for the reader: some seconds of the fastest replay.</summary>
    internal int Capacity { get; init; } = 10_000;

    internal string Filter() => $"edgeinfer/{Level(Site, "site")}/{Level(Device, "device")}/#";

    internal string Address => new BrokerAddress(Host, Port) { UsesTls = Tls is not null }.ToString();

    private static string Level(string name, string field) => name == "+" ? name : TopicLevel.Checked(name, field);
}
