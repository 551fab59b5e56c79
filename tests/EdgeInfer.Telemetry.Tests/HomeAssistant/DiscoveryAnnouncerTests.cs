using System.Collections.Concurrent;
using System.Text.Json;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

/// <summary>Discovery through a real broker.</summary>
public sealed class DiscoveryAnnouncerTests : IAsyncLifetime
{
    private const string Topic = "homeassistant/device/edgeinfer-lab-pi5/config";

    private static readonly SessionTiming Quick = new()
    {
        FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromMilliseconds(100),
    };

    private readonly Mosquitto _broker = Mosquitto.OrSkip();
    private readonly ConcurrentQueue<string> _notices = [];

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    public async Task WhoSubscribesLaterFindsTheDevice()
    {
        await using (var session = await ConnectAsync())
        {
            using var announcer = await AnnounceAsync(session);
            await ConfigAsync();
        }

        var heard = await ConfigAsync();
        Assert.Equal((true, 1), (heard.Retained, heard.QualityOfService));
        Assert.Equal("lab pi5", JsonDocument.Parse(heard.Payload).RootElement.GetProperty("device").GetProperty("name").GetString());
    }

    [Fact]
    [Slow("waits for the random pause of up to five seconds")]
    public async Task WhenHomeAssistantHasStartedTheDeviceIsShownAgain()
    {
        using var homeAssistant = await Listener.ConnectAsync(_broker.Port, "homeassistant/#");
        await using var session = await ConnectAsync();
        using var announcer = await AnnounceAsync(session);
        await Eventually.True(() => Configs(homeAssistant).Count == 1, "the first");

        await homeAssistant.PublishAsync("homeassistant/status", "offline");
        await homeAssistant.PublishAsync("homeassistant/status", "online");
        await homeAssistant.PublishAsync("homeassistant/status", "online");
        await Eventually.True(() => Configs(homeAssistant).Count == 2, "the second");

        Assert.Single(Configs(homeAssistant).Distinct());
    }

    [Fact]
    public async Task ABrokerThatForgotEverythingIsToldAgain()
    {
        await using var session = await ConnectAsync();
        using var announcer = await AnnounceAsync(session);
        await ConfigAsync();
        await _broker.KillAsync();
        await _broker.StartAsync();
        await ConfigAsync();
    }

    [Fact]
    public async Task WhatAnEarlierStartShowedIsRemoved()
    {
        await using (var session = await ConnectAsync())
        {
            using var announcer = await AnnounceAsync(session, DiscoveredSamples.Device with { Streams = ["front", "gone"] });
            await ConfigAsync();
        }

        using var homeAssistant = await Listener.ConnectAsync(_broker.Port, "homeassistant/#");
        await using var again = await ConnectAsync();
        using var second = await AnnounceAsync(again);
        await Eventually.True(
            () => Configs(homeAssistant).Any(config => config.Contains(
                """
                "label_gone_har-phone-cnn-int8":{"platform":"sensor"}
                """,
                StringComparison.Ordinal)),
            "the removal");
    }

    [Fact]
    public async Task MoreStreamsThanAnybodyLooksAtAreSaid()
    {
        await using var session = await ConnectAsync();
        using var announcer = await AnnounceAsync(
            session, DiscoveredSamples.Device with { Streams = [.. Enumerable.Range(0, 9).Select(i => $"s{i}")] });
        Assert.Contains(
            "Home Assistant: 9 streams are more than 8: one label, score and latency a model, over all its streams", _notices);
    }

    private static IReadOnlyList<string> Configs(Listener listener) =>
        [.. listener.Heard.Where(heard => heard.Topic == Topic).Select(heard => heard.Payload)];

    private async Task<Heard> ConfigAsync()
    {
        using var late = await Listener.ConnectAsync(_broker.Port, "homeassistant/#");
        await Eventually.True(() => late.Heard.Any(heard => heard.Topic == Topic), "the discovery message");
        return late.Heard.First(heard => heard.Topic == Topic);
    }

    private Task<MqttSession> ConnectAsync() => MqttSession.ConnectAsync(
        new SessionOptions
        {
            Host = "127.0.0.1",
            Port = _broker.Port,
            Topics = DiscoveredSamples.Device.Topics,
            Timing = Quick,
            Now = () => new StampedTime(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Synced: true, Environment.TickCount64),
        },
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private Task<DiscoveryAnnouncer> AnnounceAsync(MqttSession session, DiscoveredDevice? device = null) => DiscoveryAnnouncer.StartAsync(
        session,
        device ?? DiscoveredSamples.Device,
        "homeassistant",
        _notices.Enqueue,
        TimeProvider.System,
        TestContext.Current.CancellationToken);
}
