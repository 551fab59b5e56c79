using System.Text;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Availability;

internal sealed class AvailabilityText : IPayloadFormat<AvailabilityMessage>
{
    private const string Online = "online";
    private const string Offline = "offline";

    public string ContentType => "text/plain";

    public JsonTypeInfo? Json => null;

    public IReadOnlyList<string> Texts => [Online, Offline];

    public byte[] Write(AvailabilityMessage message) => Encoding.UTF8.GetBytes(message.Online ? Online : Offline);

    public AvailabilityMessage Read(ReadOnlySpan<byte> payload) => Encoding.UTF8.GetString(payload) switch
    {
        Online => new AvailabilityMessage(true),
        Offline => new AvailabilityMessage(false),
        _ => throw new RejectedMessageException(Rejection.Value, "availability is neither online nor offline"),
    };
}
