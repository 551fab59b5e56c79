using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>The kinds of messages that a reader knows. Any thread may use it.</summary>
public sealed class MessageCatalogue
{
    internal MessageCatalogue(IReadOnlyList<MessageKind> kinds) => Kinds = kinds;

    public IReadOnlyList<MessageKind> Kinds { get; }

    /// <summary>Turns bytes from the network into a checked message, or says why not; never throws for what they hold.</summary>
    public bool TryRead(
        string topic,
        ReadOnlySpan<byte> payload,
        [NotNullWhen(true)] out Received? received,
        [NotNullWhen(false)] out RejectedMessage? rejected)
    {
        (received, rejected) = (null, null);
        try
        {
            received = Read(topic, payload);
            return true;
        }
        catch (RejectedMessageException error)
        {
            rejected = new RejectedMessage(error.Rejection, $"{topic}: {error.Message}");
        }
        catch (JsonException error)
        {
            rejected = new RejectedMessage(Rejection.Json, $"{topic}: {error.Message}");
        }

        return false;
    }

    private Received Read(string topic, ReadOnlySpan<byte> payload)
    {
        if (TopicAddress.TryParse(topic, out var address))
        {
            foreach (var kind in Kinds)
            {
                if (!kind.Topic.TryMatch(address.Levels, out var names))
                    continue;
                return payload.Length <= MessageLimits.MaxPayloadBytes
                    ? kind.Read(address.Site, address.Device, names, payload)
                    : throw new RejectedMessageException(Rejection.Size, FormattableString.Invariant($"{payload.Length} bytes"));
            }
        }

        throw new RejectedMessageException(Rejection.Topic, "unknown topic");
    }
}
