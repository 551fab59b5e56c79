using System.Text;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Takes the fields of a record one after the other. A record with a good checksum and bad fields fails.</summary>
internal ref struct RecordCursor(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public bool TryNumber(out long value)
    {
        var number = 0UL;
        for (var shift = 0; shift < 64 && _rest.Length > 0; shift += 7)
        {
            var group = _rest[0];
            _rest = _rest[1..];
            number |= (ulong)(group & 0x7F) << shift;
            if (group < 0x80)
            {
                value = (long)number;
                return value >= 0;
            }
        }

        value = 0;
        return false;
    }

    public bool TryText(out string text)
    {
        var good = TryNumber(out var length) && length <= _rest.Length;
        text = good ? Encoding.UTF8.GetString(_rest[..(int)length]) : "";
        _rest = good ? _rest[(int)length..] : default;
        return good;
    }

    public readonly ReadOnlySpan<byte> Rest => _rest;
}
