using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>
/// Shows a device to Home Assistant: retained, after every reconnect, and again when Home Assistant has started. What an earlier
/// start of the device showed and this one does not is removed.
/// </summary>
public sealed class DiscoveryAnnouncer : IDisposable
{
    /// <summary>Home Assistant asks all its devices at once, on a machine that is still starting.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly MqttSession _session;
    private readonly DiscoveredDevice _device;
    private readonly string _topic;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _access = new();
    private readonly Dictionary<string, DiscoveryComponent> _removed = [];
    private byte[] _payload;
    private bool _pausing;

    private DiscoveryAnnouncer(MqttSession session, DiscoveredDevice device, string prefix, TimeProvider time)
    {
        (_session, _device, _time) = (session, device, time);
        _topic = DiscoveryTopics.Config(prefix, device.Topics);
        _payload = Discovery.Write(device, _removed);
    }

    /// <param name="prefix">First level of Home Assistant's topics.</param>
    /// <param name="notice">Takes a line on what is not shown.</param>
    public static async Task<DiscoveryAnnouncer> StartAsync(
        MqttSession session,
        DiscoveredDevice device,
        string prefix,
        Action<string> notice,
        TimeProvider time,
        CancellationToken cancellation = default)
    {
        var (shown, leftOut) = Discovery.Fitting(device);
        if (leftOut is not null)
            notice($"Home Assistant: {leftOut}");
        var announcer = new DiscoveryAnnouncer(session, shown, prefix, time);
        // Before the topic is written: the broker then brings what an earlier start had left there.
        await HearAsync(announcer._topic, announcer.HearEarlierAsync).ConfigureAwait(false);
        announcer.Announce();
        await HearAsync(DiscoveryTopics.Status(prefix), announcer.HearStatusAsync).ConfigureAwait(false);
        return announcer;

        async Task HearAsync(string topic, Func<IncomingMessage, Task> handle)
        {
            try
            {
                await session.SubscribeAsync(topic, handle, keptAgain: true, cancellation).ConfigureAwait(false);
            }
            catch (InvalidInputException error)
            {
                notice($"Home Assistant's own messages are not heard: {error.Message}");
            }
        }
    }

    /// <summary>The device stays in Home Assistant, as unavailable; <c>edgeinfer retire</c> removes it.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private void Announce()
    {
        lock (_access)
            _session.SetRetained(_topic, _payload);
    }

    private Task HearEarlierAsync(IncomingMessage message)
    {
        if (!message.Retained)
            return Task.CompletedTask;
        lock (_access)
        {
            foreach (var (key, component) in Discovery.RemovalOf(message.Payload))
                _removed[key] = component;
            var payload = Discovery.Write(_device, _removed);
            if (payload.AsSpan().SequenceEqual(_payload))
                return Task.CompletedTask;
            _payload = payload;
        }

        Announce();
        return Task.CompletedTask;
    }

    private Task HearStatusAsync(IncomingMessage message)
    {
        if (!message.Payload.Span.SequenceEqual("online"u8))
            return Task.CompletedTask;
        lock (_access)
        {
            if (!_pausing)
                _ = AnnounceLaterAsync();
            _pausing = true;
        }

        return Task.CompletedTask;
    }

    private async Task AnnounceLaterAsync()
    {
        await Task.Delay(LongestPause * Random.Shared.NextDouble(), _time, _end.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_end.IsCancellationRequested)
            return;
        lock (_access)
            _pausing = false;
        Announce();
    }
}
