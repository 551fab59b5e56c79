using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>What all messages of one topic have in common; written once a segment.</summary>
internal sealed record Route(string Topic, bool Retain)
{
    public static Route Of(OutgoingMessage message) => new(message.Topic, message.Retain);

    public void Write(RecordBuffer buffer, int index)
    {
        buffer.Begin(RecordKind.Route);
        buffer.Number(index);
        buffer.Number(Retain ? 1 : 0);
        buffer.Text(Topic);
        buffer.End();
    }

    public static bool TryRead(ReadOnlySpan<byte> body, out long index, out Route route)
    {
        var cursor = new RecordCursor(body);
        var good = cursor.TryNumber(out index) & cursor.TryNumber(out var retain) & cursor.TryText(out var topic);
        route = new Route(topic, retain != 0);
        return good;
    }
}
