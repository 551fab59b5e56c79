using System.Net;
using System.Net.Sockets;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Links;

/// <summary>Brokers without MQTT 5, and what is no broker: what each answers to a CONNECT.</summary>
public sealed class OlderBrokerTests
{
    [Theory]
    [InlineData("20-02-00-01")] // MQTT 3.1.1: unacceptable protocol version
    [InlineData("20-03-00-84-00")] // MQTT 5: unsupported protocol version
    public async Task AnOlderBrokerThatSaysSoEndsTheAttemptsAtOnce(string answer)
    {
        var failure = await FailureAsync(answer);

        Assert.Equal(
            "the broker refused: it does not speak MQTT 5, which this program needs: "
            + "Mosquitto from 1.6, RabbitMQ from 3.13, EMQX and HiveMQ do",
            failure.Message);
        Assert.True(failure.Refused);
    }

    /// <summary>RabbitMQ 3.10, as Debian 12 has it.</summary>
    [Fact]
    public async Task ABrokerThatClosesWithoutAWordMayBeAnOldRabbitMq()
    {
        var failure = await FailureAsync("");

        Assert.Equal(
            "the broker closed the connection without an answer to an MQTT 5 CONNECT; a port for TLS does that (mqtts://), "
            + "and so does RabbitMQ before 3.13, which speaks MQTT 3.1.1 only",
            failure.Message);
        Assert.False(failure.Refused);
    }

    [Theory]
    [InlineData("20-03-00-86-00", "the broker refused: BadUserNameOrPassword; see the user and password in --credentials", true)]
    [InlineData("20-03-00-8A-00", "the broker refused: Banned", true)]
    [InlineData("20-03-00-85-00", "the broker refused: ClientIdentifierNotValid", true)]
    [InlineData("20-03-00-88-00", "the broker refused: ServerUnavailable", false)]
    [InlineData("20-03-00-89-00", "the broker refused: ServerBusy", false)]
    [InlineData("20-08-00-97-05-1F-00-02-68-69", "the broker refused: QuotaExceeded (hi)", false)]
    public async Task ARefusalIsFinalWhereWaitingDoesNotHelp(string answer, string message, bool final)
    {
        var failure = await FailureAsync(answer);

        Assert.Equal(message, failure.Message);
        Assert.Equal(final, failure.Refused);
    }

    [Fact]
    public async Task WhatIsNoMqttIsSaidSo() => Assert.StartsWith(
        "what answers is no MQTT 5: ", (await FailureAsync("15-03-03-00-02-02-46")).Message, StringComparison.Ordinal);

    private static async Task<LinkFailedException> FailureAsync(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener, Convert.FromHexString(answer.Replace("-", "", StringComparison.Ordinal)));
        var failure = await Connecting.FailsAsync(
            Connecting.To(((IPEndPoint)listener.LocalEndpoint).Port, host: "127.0.0.1"));
        await answering;
        return failure;
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] answer)
    {
        using var socket = await listener.AcceptSocketAsync();
        var connect = new byte[1_000];
        await socket.ReceiveAsync(connect);
        await socket.SendAsync(answer);
        if (answer.Length > 0)
            await socket.ReceiveAsync(connect);
    }
}
