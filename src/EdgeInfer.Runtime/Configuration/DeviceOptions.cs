using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Configuration;

/// <param name="Broker">MQTT broker.</param>
/// <param name="Site">Second level of every topic.</param>
/// <param name="Device">Third level.</param>
internal sealed record DeviceOptions(BrokerAccess Broker, string Site, string Device)
{
    /// <param name="notice">Takes one line for every change of the connection.</param>
    public SessionOptions Session(Action<string> notice) => new()
    {
        Host = Broker.Address.Host,
        Port = Broker.Address.Port,
        Credentials = Broker.Credentials,
        Tls = Broker.Tls,
        Topics = new DeviceTopics(Site, Device),
        Notice = notice,
    };
}
