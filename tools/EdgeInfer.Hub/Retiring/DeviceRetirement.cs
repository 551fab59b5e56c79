using System.Collections.Concurrent;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Links;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Hub.Retiring;

/// <summary>Clears what a broker still keeps of a device that will not come back.</summary>
public sealed class DeviceRetirement
{
    /// <summary>A broker sends what it keeps at once; one that takes longer is not well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, byte[]> _kept = [];
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _endTopic;

    private DeviceRetirement(string endTopic) => _endTopic = endTopic;

    /// <param name="prefix">First level of Home Assistant's topics.</param>
    /// <param name="evenOnline">Also where the device counts as online: its broker never heard that it went.</param>
    /// <param name="cleared">Takes each topic that was cleared.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidInputException">The device is online, or the broker can't be reached or refuses.</exception>
    public static async Task<int> RunAsync(
        BrokerAccess broker,
        DeviceTopics device,
        string prefix,
        bool evenOnline,
        Action<string> cleared,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var address = broker.Address.ToString();
        try
        {
            var kept = await KeptAsync(broker, device, prefix, evenOnline, cleared, time, cancellation).ConfigureAwait(false);
            var left = await KeptAsync(broker, device, prefix, evenOnline: true, clear: null, time, cancellation).ConfigureAwait(false);
            return left.Count == 0
                ? kept.Count
                : throw new InvalidInputException(
                    address, $"still keeps {string.Join(", ", left)}; may this user write there, and has the device come back?");
        }
        catch (LinkFailedException error)
        {
            throw new InvalidInputException(address, error.Message, error);
        }
    }

    /// <summary>Reads the topics that the broker keeps, and clears them where <paramref name="clear"/> is given.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync(
        BrokerAccess broker,
        DeviceTopics device,
        string prefix,
        bool evenOnline,
        Action<string>? clear,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var options = HostLink.To(broker);
        var retirement = new DeviceRetirement(HostLink.AnswerTopic(options));
        using var link = await new LinkSeries(options, retirement.HearAsync, time).OpenAsync(cancellation).ConfigureAwait(false);
        await retirement.ReadAsync(link, device, prefix, time, cancellation).ConfigureAwait(false);
        if (!evenOnline && retirement._kept.TryGetValue(device.Below("availability"), out var availability)
            && Encoding.UTF8.GetString(availability) == "online")
            throw new InvalidInputException(
                device.Root,
                "is online, and would write its topics again; stop it first (where it is gone and its broker never heard so: --force)");
        // Home Assistant drops the entities before their topics are emptied under them.
        var discovery = DiscoveryTopics.Config(prefix, device);
        string[] topics = [.. retirement._kept.Keys.OrderBy(topic => topic != discovery).ThenBy(topic => topic, StringComparer.Ordinal)];
        if (clear is not null)
        {
            foreach (var topic in topics)
            {
                await link.SendAsync(new OutgoingMessage(topic, [], AtLeastOnce: true, Retain: true), cancellation).ConfigureAwait(false);
                clear(topic);
            }
        }

        await link.CloseAsync(cancellation).ConfigureAwait(false);
        return topics;
    }

    /// <summary>The broker sends what it keeps as it answers a subscription, and so before a message that is published after it.</summary>
    private async Task ReadAsync(
        BrokerLink link, DeviceTopics device, string prefix, TimeProvider time, CancellationToken cancellation)
    {
        await link.SubscribeAsync(_endTopic, cancellation).ConfigureAwait(false);
        await link.SubscribeAsync(device.Below("#"), cancellation).ConfigureAwait(false);
        await link.SubscribeAsync(DiscoveryTopics.Config(prefix, device), cancellation).ConfigureAwait(false);
        await link.SendAsync(new OutgoingMessage(_endTopic, [], AtLeastOnce: true, Retain: false), cancellation).ConfigureAwait(false);
        try
        {
            await _end.Task.WaitAsync(Patience, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException error)
        {
            throw new LinkFailedException($"the broker did not say what it keeps within {Patience.TotalSeconds:0} s", error);
        }
    }

    private Task HearAsync(IncomingMessage message)
    {
        if (message.Topic == _endTopic)
            _end.TrySetResult();
        else if (message.Retained)
            _kept[message.Topic] = message.Payload.ToArray();
        return Task.CompletedTask;
    }
}
