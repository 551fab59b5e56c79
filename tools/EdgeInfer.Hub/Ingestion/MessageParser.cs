using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>Turns bytes from the network into a checked message, or counts why not; never throws for what they hold.</summary>
internal static class MessageParser
{
    public static bool TryParse(string topic, ReadOnlySpan<byte> payload, RejectionCounts rejections, out ParsedMessage parsed)
    {
        try
        {
            parsed = Parse(topic, payload);
            return true;
        }
        catch (RejectedMessageException rejected)
        {
            rejections.Add(rejected.Rejection, $"{topic}: {rejected.Message}");
        }
        catch (JsonException invalid)
        {
            rejections.Add(Rejection.Json, $"{topic}: {invalid.Message}");
        }

        parsed = default;
        return false;
    }

    private static ParsedMessage Parse(string topic, ReadOnlySpan<byte> payload)
    {
        if (!TopicAddress.TryParse(topic, out var address))
            throw new RejectedMessageException(Rejection.Topic, "unknown topic");
        if (payload.Length > MessageLimits.MaxPayloadBytes)
            throw new RejectedMessageException(Rejection.Size, FormattableString.Invariant($"{payload.Length} bytes"));

        var (site, device, kind, name) = address;
        switch (kind)
        {
            case TopicKind.Availability:
                return new(new Received.Availability(site, device, IsOnline(payload)), "", null);
            case TopicKind.Info:
                var info = Read(payload, TelemetryJson.Default.InfoMessage);
                MessageChecks.Check(info);
                return new(new Received.Info(site, device, info), info.Boot, info.Seq);
            case TopicKind.ModelState:
                var state = Read(payload, TelemetryJson.Default.ModelStateMessage);
                MessageChecks.Check(state);
                return new(new Received.ModelState(site, device, state), state.Boot, state.Seq);
            case TopicKind.Telemetry:
                var telemetry = Read(payload, TelemetryJson.Default.TelemetryMessage);
                MessageChecks.Check(telemetry);
                return new(new Received.Telemetry(site, device, telemetry), telemetry.Boot, null);
            case TopicKind.Inference:
                var inference = Read(payload, TelemetryJson.Default.InferenceMessage);
                MessageChecks.Check(inference, name);
                return new(new Received.Inference(site, device, inference), inference.Boot, inference.Seq);
            case TopicKind.Comparison:
                var comparison = Read(payload, TelemetryJson.Default.ComparisonMessage);
                MessageChecks.Check(comparison, name);
                return new(new Received.Comparison(site, device, comparison), comparison.Boot, comparison.Seq);
            default:
                throw new InvalidOperationException($"no reader for {kind}");
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> payload, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(payload, type) ?? throw new RejectedMessageException(Rejection.Json, "null");

    private static bool IsOnline(ReadOnlySpan<byte> payload)
    {
        if (payload.SequenceEqual(AvailabilityPayload.Online))
            return true;
        return payload.SequenceEqual(AvailabilityPayload.Offline)
            ? false
            : throw new RejectedMessageException(Rejection.Value, "availability is neither online nor offline");
    }
}
