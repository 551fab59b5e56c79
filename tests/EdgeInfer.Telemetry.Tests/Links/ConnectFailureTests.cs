using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Tests.Support;
using MQTTnet.Exceptions;

namespace EdgeInfer.Telemetry.Tests.Links;

/// <summary>What Mosquitto 2.0.11 gave over TLS 1.2, where its own settings can't hold it below 1.3.</summary>
public sealed class ConnectFailureTests
{
    private static readonly TlsFiles Nothing = new();
    private static readonly TlsFiles Own = new() { ClientCertificate = "device.crt", ClientKey = "device.key" };

    [Theory]
    [InlineData("sslv3 alert handshake failure", "the broker requires a client certificate; name it with --client-certificate FILE "
        + "and --client-key FILE (TLS alert: handshake failure)")]
    [InlineData("tlsv13 alert certificate required", "the broker requires a client certificate; name it with --client-certificate FILE "
        + "and --client-key FILE (TLS alert: certificate required)")]
    [InlineData("tlsv1 alert protocol version", "the broker speaks neither TLS 1.2 nor 1.3")]
    [InlineData("unsupported protocol", "the broker speaks neither TLS 1.2 nor 1.3")]
    [InlineData("tlsv1 alert internal error", "the broker ended the TLS handshake: internal error")]
    public void AnAlertIsToldInWordsAndIsFinal(string line, string message)
    {
        var failure = ConnectFailure.Of(OfOpenSsl(line), Connecting.To(8883, Nothing), greeted: false);

        Assert.Equal((message, true), (failure.Message, failure.Refused));
    }

    [Theory]
    [InlineData("tlsv1 alert unknown ca", "the broker refused the client certificate device.crt: unknown ca")]
    [InlineData("sslv3 alert certificate expired", "the broker refused the client certificate device.crt: certificate expired")]
    public void ARefusedClientCertificateIsNamed(string line, string message) => Assert.Equal(
        message, ConnectFailure.Of(OfOpenSsl(line), Connecting.To(8883, Own), greeted: true).Message);

    /// <summary>MQTTnet reports what reading and closing saw, in either order.</summary>
    [Fact]
    public void AnAlertIsFoundAmongSeveralErrors()
    {
        var reset = new MqttCommunicationException(new SocketException((int)SocketError.ConnectionReset));
        var several = new AggregateException(reset, new AggregateException(OfOpenSsl("tlsv1 alert unknown ca")));

        Assert.EndsWith(
            "unknown ca", ConnectFailure.Of(several, Connecting.To(8883, Own), greeted: true).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.NotConnected)]
    public void AnEndAfterTheHandshakeMayBeAboutTheClientCertificate(SocketError error)
    {
        var ended = new MqttCommunicationException(new SocketException((int)error));

        var failure = ConnectFailure.Of(ended, Connecting.To(8883, Nothing), greeted: true);

        Assert.Contains("asks for a client certificate does that (--client-certificate)", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Refused);
    }

    private static MqttCommunicationException OfOpenSsl(string line) => new(
        new AuthenticationException("see inner exception", new CryptographicException($"error:0A000410:SSL routines::{line}")));
}
