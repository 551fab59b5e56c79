using System.Security.Cryptography;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Hub.Links;

/// <summary>A short visit of a host's program to a broker, under an id that nobody else has.</summary>
internal static class HostLink
{
    private const int IdDigits = 16;

    public static LinkOptions To(BrokerAccess broker) => new()
    {
        Host = broker.Address.Host,
        Port = broker.Address.Port,
        Credentials = broker.Credentials,
        Tls = broker.Tls,
        ClientId = $"edgeinfer-{RandomNumberGenerator.GetHexString(IdDigits, lowercase: true)}",
    };

    /// <summary>Where answers to this visit go: below a level that no device reads or writes of itself.</summary>
    public static string AnswerTopic(LinkOptions options) => $"edgeinfer-answers/{options.ClientId}";
}
