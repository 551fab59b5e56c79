using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Records on their way into a file; its memory is used again.</summary>
internal sealed class RecordBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);
    private int _begin;

    public int Length => _bytes.WrittenCount;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Add(SegmentHeader header)
    {
        header.Write(_bytes.GetSpan(SegmentHeader.Bytes));
        _bytes.Advance(SegmentHeader.Bytes);
    }

    public void Begin(RecordKind kind)
    {
        _begin = _bytes.WrittenCount;
        _bytes.GetSpan(RecordFormat.PrefixBytes + 1)[RecordFormat.PrefixBytes] = (byte)kind;
        _bytes.Advance(RecordFormat.PrefixBytes + 1);
    }

    /// <summary>In groups of seven bits, the lowest first.</summary>
    public void Number(long value)
    {
        var span = _bytes.GetSpan(10);
        var length = 0;
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
            span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    /// <summary>With its length before it.</summary>
    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void End()
    {
        // The writer's own memory: a span over what was written since Begin.
        var record = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_bytes.WrittenMemory).Span[_begin..];
        var content = record[RecordFormat.PrefixBytes..];
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], Checksum.Of(content));
    }
}
