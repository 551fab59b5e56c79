using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Telemetry.Links;

/// <summary>What a link sends, as MQTTnet's packets.</summary>
internal static class LinkPackets
{
    /// <summary>Unacknowledged messages at once: what a broker that keeps to it may have on the way to a slow reader.</summary>
    private const ushort ReceiveMaximum = 1_000;

    public static MqttClientOptions Connect(LinkOptions options)
    {
        var connect = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithTcpServer(options.Host, options.Port)
            .WithClientId(options.ClientId)
            .WithCleanStart(options.KeptFor == TimeSpan.Zero)
            .WithSessionExpiryInterval((uint)options.KeptFor.TotalSeconds)
            .WithReceiveMaximum(ReceiveMaximum)
            .WithKeepAlivePeriod(options.Timing.KeepAlive);
        if (options.Will is { } will)
            connect
                .WithWillTopic(will.Topic)
                .WithWillPayload(will.Payload)
                .WithWillRetain(will.Retain)
                .WithWillQualityOfServiceLevel(QualityOf(will));
        return connect.Build();
    }

    public static MqttApplicationMessage Publish(OutgoingMessage message)
    {
        var publish = new MqttApplicationMessageBuilder()
            .WithTopic(message.Topic)
            .WithPayload(message.Payload)
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

    public static MqttClientSubscribeOptions Subscribe(string filter) => new MqttClientSubscribeOptionsBuilder()
        .WithTopicFilter(new MqttTopicFilterBuilder()
            .WithTopic(filter)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainHandling(MqttRetainHandling.SendAtSubscribeIfNewSubscriptionOnly)
            .Build())
        .Build();

    public static MqttClientUnsubscribeOptions Unsubscribe(string filter) =>
        new MqttClientUnsubscribeOptionsBuilder().WithTopicFilter(filter).Build();

    private static MqttQualityOfServiceLevel QualityOf(OutgoingMessage message) =>
        message.AtLeastOnce ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;
}
