using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Server;

namespace EdgeInfer.Hub.Brokers;

/// <summary>
/// Gives each client that connects without an id one of its own, as the MQTT standard has it and <c>mosquitto_sub</c> without
/// <c>-i</c> expects. MQTTnet refuses such clients; of MQTT 5 alone its validating event could name them.
/// </summary>
/// <param name="inner">What accepts the connections.</param>
internal sealed class ClientNaming(IMqttServerAdapter inner) : IMqttServerAdapter
{
    public Func<IMqttChannelAdapter, Task>? ClientHandler { get; set; }

    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        // The server takes its handler back before the last connection is refused.
        inner.ClientHandler = channel => ClientHandler is { } handle ? handle(new NamingChannel(channel)) : Task.CompletedTask;
        return inner.StartAsync(options, logger);
    }

    public Task StopAsync() => inner.StopAsync();

    public void Dispose() => inner.Dispose();
}
