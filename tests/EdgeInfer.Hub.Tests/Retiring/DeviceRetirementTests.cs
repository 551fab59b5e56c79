using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Retiring;
using EdgeInfer.Hub.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Hub.Tests.Retiring;

public sealed class DeviceRetirementTests : IAsyncLifetime
{
    private readonly Mosquitto _broker = Mosquitto.OrSkip();
    private readonly List<string> _cleared = [];

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    public async Task EverythingRetainedOfTheDeviceIsClearedAndNothingOfAnother()
    {
        using var other = await Publisher.ConnectAsync(_broker.Port);
        await other.PublishAsync("edgeinfer/lab/pi55/info", "{}", retain: true);
        await other.PublishAsync(DiscoveryTopics.Config("homeassistant", ServedDevice.Topics), "{}", retain: true);
        await using (var device = await ServedDevice.StartAsync(_broker.Port))
        {
            await device.Session.PublishAsync(seq => Samples.Info with { Seq = seq }, TestContext.Current.CancellationToken);
            await device.Session.PublishAsync(seq => Samples.ModelState with { Seq = seq }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(4, await RetireAsync(ServedDevice.Topics));

        string[] expected =
        [
            "homeassistant/device/edgeinfer-lab-pi5/config",
            "edgeinfer/lab/pi5/availability", "edgeinfer/lab/pi5/info", "edgeinfer/lab/pi5/model/state",
        ];
        Assert.Equal(expected, _cleared);
        Assert.Equal(0, await RetireAsync(ServedDevice.Topics));
        Assert.Equal(1, await RetireAsync(new DeviceTopics("lab", "pi55")));
    }

    [Fact]
    public async Task ADeviceThatIsOnlineIsKeptUnlessForced()
    {
        await using var device = await ServedDevice.StartAsync(_broker.Port);
        await device.Session.PublishAsync(seq => Samples.Info with { Seq = seq }, TestContext.Current.CancellationToken);
        await Eventually.True(() => device.Session.OutboxDepth == 0, "delivered");

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => RetireAsync(ServedDevice.Topics));

        Assert.StartsWith("edgeinfer/lab/pi5: is online, ", error.Message, StringComparison.Ordinal);
        Assert.Empty(_cleared);
        Assert.Equal(2, await RetireAsync(ServedDevice.Topics, evenOnline: true));
    }

    [Fact]
    public async Task WhatTheBrokerWillNotForgetIsNamed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("acl"),
            "topic read edgeinfer/#\ntopic readwrite edgeinfer-answers/#\nuser admin\ntopic readwrite #\n",
            TestContext.Current.CancellationToken);
        await using var readOnly = Mosquitto.OrSkip($"acl_file {folder.File("acl")}");
        await readOnly.StartAsync();
        using (var admin = await Publisher.ConnectAsync(readOnly.Port, "admin"))
            await admin.PublishAsync("edgeinfer/lab/pi5/info", "{}", retain: true);

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => RetireAsync(ServedDevice.Topics, broker: readOnly));

        Assert.Contains("edgeinfer/lab/pi5/info", error.Message, StringComparison.Ordinal);
    }

    private Task<int> RetireAsync(DeviceTopics device, bool evenOnline = false, Mosquitto? broker = null) => DeviceRetirement.RunAsync(
        new BrokerAccess(new BrokerAddress("127.0.0.1", (broker ?? _broker).Port)),
        device,
        "homeassistant",
        evenOnline,
        _cleared.Add,
        TimeProvider.System,
        TestContext.Current.CancellationToken);
}
