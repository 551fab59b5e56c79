using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Links;

/// <summary>What a link sends, as MQTTnet's packets.</summary>
internal static class LinkPackets
{
    /// <summary>Unacknowledged messages at once: what a broker that keeps to it may have on the way to a slow reader.</summary>
    private const ushort ReceiveMaximum = 1_000;

    /// <exception cref="InvalidInputException">A file of credentials or certificates can no longer be read.</exception>
    public static MqttClientOptions Connect(LinkOptions options, ServerCertificate? server)
    {
        var connect = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(options.Host, options.Port)
            .WithClientId(options.ClientId)
            .WithCleanStart(options.KeptFor == TimeSpan.Zero)
            .WithSessionExpiryInterval((uint)options.KeptFor.TotalSeconds)
            .WithReceiveMaximum(ReceiveMaximum)
            .WithKeepAlivePeriod(options.Timing.KeepAlive);
        if (options.Credentials?.Read() is { } credentials)
            connect.WithCredentials(credentials.UserName, credentials.Password);
        if (options.Tls is { } tls && server is not null)
            connect.WithTlsOptions(handshake => Handshake(handshake, options.Host, tls, server));
        if (options.Will is { } will)
            connect
                .WithWillTopic(will.Topic)
                .WithWillPayload(will.Payload)
                .WithWillDelayInterval((uint)options.Timing.WillDelay.TotalSeconds)
                .WithWillContentType(will.ContentType)
                .WithWillPayloadFormatIndicator(MqttPayloadFormatIndicator.CharacterData)
                .WithWillRetain(will.Retain)
                .WithWillQualityOfServiceLevel(QualityOf(will));
        return connect.Build();
    }

    private static void Handshake(MqttClientTlsOptionsBuilder handshake, string host, TlsFiles files, ServerCertificate server)
    {
        OpenSsl.Require();
        handshake
            .UseTls()
            .WithTargetHost(host)
            .WithSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13)
            // Lists of revoked certificates lie on web servers, which a device's network rarely reaches.
            .WithRevocationMode(X509RevocationMode.NoCheck)
            .WithCertificateValidationHandler(server.Accepts);
        if (files.ReadAuthorities() is { } authorities)
            handshake.WithTrustChain(authorities);
        if (files.ReadClientCertificate() is { } own)
            handshake.WithClientCertificates([own]);
    }

    public static MqttApplicationMessage Publish(OutgoingMessage message)
    {
        var publish = new MqttApplicationMessageBuilder()
            .WithTopic(message.Topic)
            .WithPayload(message.Payload)
            .WithContentType(message.ContentType)
            .WithPayloadFormatIndicator(MqttPayloadFormatIndicator.CharacterData)
            .WithQualityOfServiceLevel(QualityOf(message))
            .WithRetainFlag(message.Retain);
        if (message.CorrelationData is { } correlation)
            publish.WithCorrelationData(correlation);
        if (message.ResponseTopic is { } response)
            publish.WithResponseTopic(response);
        if (message.ExpiresAfter is { } expiry)
            publish.WithMessageExpiryInterval((uint)Math.Ceiling(expiry.TotalSeconds));
        return publish.Build();
    }

    /// <summary>At most so long is the packet: its fixed parts, and the properties that we set, take less than 64 bytes.</summary>
    public static long MaxBytesOf(OutgoingMessage message) =>
        64L + Encoding.UTF8.GetByteCount(message.Topic) + Encoding.UTF8.GetByteCount(message.ResponseTopic ?? "")
            + message.Payload.Length + (message.CorrelationData?.Length ?? 0);

    public static MqttClientSubscribeOptions Subscribe(string filter, bool keptAgain) => new MqttClientSubscribeOptionsBuilder()
        .WithTopicFilter(new MqttTopicFilterBuilder()
            .WithTopic(filter)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainHandling(
                keptAgain ? MqttRetainHandling.SendAtSubscribe : MqttRetainHandling.SendAtSubscribeIfNewSubscriptionOnly)
            .Build())
        .Build();

    public static MqttClientUnsubscribeOptions Unsubscribe(string filter) =>
        new MqttClientUnsubscribeOptionsBuilder().WithTopicFilter(filter).Build();

    private static MqttQualityOfServiceLevel QualityOf(OutgoingMessage message) =>
        message.AtLeastOnce ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;
}
