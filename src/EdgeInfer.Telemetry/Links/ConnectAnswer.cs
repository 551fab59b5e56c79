using MQTTnet;

namespace EdgeInfer.Telemetry.Links;

/// <summary>A broker's answer to a CONNECT, in words.</summary>
internal static class ConnectAnswer
{
    // What a broker of MQTT 3.1.1 answers in its own way (3.2.2.3 there): MQTTnet hands the number through.
    private const MqttClientConnectResultCode UnacceptableVersion = (MqttClientConnectResultCode)1;

    private const string OtherVersion =
        "it does not speak MQTT 5, which this program needs: Mosquitto from 1.6, RabbitMQ from 3.13, EMQX and HiveMQ do";

    /// <exception cref="LinkFailedException">It is a refusal.</exception>
    public static void Require(MqttClientConnectResult answer)
    {
        if (answer.ResultCode is MqttClientConnectResultCode.Success)
            return;
        var reason = answer.ReasonString is { Length: > 0 } text ? $" ({text})" : "";
        throw new LinkFailedException($"the broker refused: {Words(answer.ResultCode)}{reason}") { Refused = IsFinal(answer.ResultCode) };
    }

    private static string Words(MqttClientConnectResultCode code) => code switch
    {
        MqttClientConnectResultCode.NotAuthorized =>
            "NotAuthorized; see the user and password in --credentials, and the broker's list of users",
        MqttClientConnectResultCode.BadUserNameOrPassword =>
            "BadUserNameOrPassword; see the user and password in --credentials",
        MqttClientConnectResultCode.UnsupportedProtocolVersion or UnacceptableVersion => OtherVersion,
        _ => code.ToString(),
    };

    private static bool IsFinal(MqttClientConnectResultCode code) => code
        is not (MqttClientConnectResultCode.UnspecifiedError
            or MqttClientConnectResultCode.ImplementationSpecificError
            or MqttClientConnectResultCode.ServerUnavailable
            or MqttClientConnectResultCode.ServerBusy
            or MqttClientConnectResultCode.QuotaExceeded
            or MqttClientConnectResultCode.ConnectionRateExceeded);
}
