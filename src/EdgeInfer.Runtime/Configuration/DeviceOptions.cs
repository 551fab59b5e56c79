using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Configuration;

/// <param name="Broker">MQTT broker.</param>
/// <param name="Site">Second level of every topic.</param>
/// <param name="Device">Third level.</param>
internal sealed record DeviceOptions(BrokerAccess Broker, string Site, string Device)
{
    /// <summary>Folder of what outlives the process; null to keep all of it in memory.</summary>
    public string? State { get; init; }

    /// <summary>How much waits for the broker, and for how long.</summary>
    public OutboxOptions Outbox { get; init; } = new();

    /// <summary>Key that commands must be signed with; null where the broker alone decides who may command.</summary>
    public CommandKey? CommandKey { get; init; }

    /// <summary>First level of Home Assistant's topics; null where the device is not shown there.</summary>
    public string? HomeAssistant { get; init; }

    /// <summary>Name of the run in summaries; the boot id where null.</summary>
    public string? Run { get; init; }

    /// <summary>A broker that can't be reached is no error: the device works, and its messages wait.</summary>
    public bool StartsWithoutBroker { get; init; }

    /// <param name="now">Both clocks of the device.</param>
    /// <param name="notice">Takes one line for every change of the connection.</param>
    public SessionOptions Session(Func<StampedTime> now, Action<string> notice) => new()
    {
        StateFolder = State,
        Outbox = Outbox,
        StartsWithoutBroker = StartsWithoutBroker,
        Now = now,
        Host = Broker.Address.Host,
        Port = Broker.Address.Port,
        Credentials = Broker.Credentials,
        Tls = Broker.Tls,
        Topics = new DeviceTopics(Site, Device),
        Notice = notice,
    };

    /// <param name="notice">Takes one line for what was refused or failed.</param>
    public CommandOptions Commands(Func<StampedTime> now, Action<string> notice) => new()
    {
        Now = now,
        Folder = State is { } state ? Path.Combine(state, "commands") : null,
        Key = CommandKey,
        NoAnswersBelow = [.. CommandOptions.Reserved, .. HomeAssistant is { } prefix ? [prefix.Split('/')[0]] : (string[])[]],
        Notice = notice,
    };
}
