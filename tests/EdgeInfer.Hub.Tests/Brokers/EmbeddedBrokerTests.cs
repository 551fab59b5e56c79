using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Brokers;
using EdgeInfer.Hub.Tests.Support;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Hub.Tests.Brokers;

public sealed class EmbeddedBrokerTests
{
    [Fact]
    public async Task APortInUseIsNamed()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => EmbeddedBroker.StartAsync(broker.Port, TestContext.Current.CancellationToken));
        Assert.Equal(FormattableString.Invariant($"port {broker.Port} on 127.0.0.1: is in use"), error.Message);
    }

    [Fact]
    public async Task APortThatAForeignProgramUsesIsNamedToo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => EmbeddedBroker.StartAsync(port, TestContext.Current.CancellationToken));
        Assert.EndsWith("is in use", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public async Task WhatIsNoPortIsRefused(int port)
    {
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => EmbeddedBroker.StartAsync(port, TestContext.Current.CancellationToken));
        Assert.Contains(port.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoBrokersOnFreePortsLiveSideBySide()
    {
        await using var first = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        await using var second = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        Assert.NotEqual(first.Port, second.Port);
    }

    [Fact]
    public async Task AnEndedBrokerLeavesItsPort()
    {
        var first = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        await first.DisposeAsync();
        await using var second = await EmbeddedBroker.StartAsync(first.Port, TestContext.Current.CancellationToken);
        Assert.Equal(first.Port, second.Port);
    }

    [Theory]
    [InlineData("mqttv311")]
    [InlineData("mqttv5")]
    public async Task MosquittoSubWithoutAnIdHearsIt(string version)
    {
        const string Program = "/usr/bin/mosquitto_sub";
        Assert.SkipUnless(File.Exists(Program), "needs mosquitto_sub (Debian: apt-get install mosquitto-clients)");
        await using var broker = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        await publisher.PublishAsync("edgeinfer/lab/pi5/availability", "online", retain: true);

        // Two at once: each must have a name of its own.
        var heard = await Task.WhenAll(ListenAsync(), ListenAsync());

        Assert.Equal(["edgeinfer/lab/pi5/availability online", "edgeinfer/lab/pi5/availability online"], heard);

        async Task<string> ListenAsync()
        {
            using var process = Process.Start(new ProcessStartInfo(
                Program,
                [
                    "-h", "127.0.0.1", "-p", FormattableString.Invariant($"{broker.Port}"), "-V", version,
                    "-t", "edgeinfer/#", "-v", "-C", "1", "-W", "20",
                ])
            {
                RedirectStandardOutput = true,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return output.Trim();
        }
    }

    [Fact]
    public async Task APayloadPastTheLimitIsRefusedAndCounted()
    {
        await using var broker = await EmbeddedBroker.StartAsync(0, TestContext.Current.CancellationToken);
        using var publisher = await Publisher.ConnectAsync(broker.Port);
        var result = await publisher.PublishAsync("edgeinfer/lab/pi5/info", new byte[MessageLimits.MaxPayloadBytes + 1]);
        Assert.False(result.IsSuccess);
        Assert.Equal((1L, 0L), (broker.Refused, broker.Dropped));
    }
}
