using EdgeInfer.Telemetry.Links;
using MQTTnet;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>What a session hears, on this connection and on the next. Any thread may use it.</summary>
internal sealed class Subscriptions
{
    private readonly Lock _access = new();
    private readonly List<(string Filter, Func<IncomingMessage, Task> Handle)> _all = [];

    public IReadOnlyList<string> Filters => [.. Snapshot().Select(subscription => subscription.Filter).Distinct()];

    public void Add(string filter, Func<IncomingMessage, Task> handle)
    {
        lock (_access)
            _all.Add((filter, handle));
    }

    public void Remove(string filter, Func<IncomingMessage, Task> handle)
    {
        lock (_access)
            _all.Remove((filter, handle));
    }

    public async Task HandleAsync(IncomingMessage message)
    {
        foreach (var (filter, handle) in Snapshot())
        {
            if (MqttTopicFilterComparer.Compare(message.Topic, filter) is MqttTopicFilterCompareResult.IsMatch)
                await handle(message).ConfigureAwait(false);
        }
    }

    private List<(string Filter, Func<IncomingMessage, Task> Handle)> Snapshot()
    {
        lock (_access)
            return [.. _all];
    }
}
