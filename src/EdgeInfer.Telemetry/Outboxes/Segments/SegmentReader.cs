using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Telemetry.Links;
using Microsoft.Win32.SafeHandles;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Reads one file from its beginning. What a damaged place makes unreadable is skipped and counted.</summary>
internal sealed class SegmentReader : IDisposable
{
    /// <summary>More than the largest record.</summary>
    private const int ChunkBytes = 512 * 1024;

    private readonly SafeFileHandle _file;
    private readonly Dictionary<long, Route> _routes = [];
    private byte[] _chunk = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <exception cref="IOException">The file can't be read.</exception>
    public SegmentReader(string path, long segment)
    {
        Segment = segment;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    public long Segment { get; }

    /// <summary>After the last record that was read.</summary>
    public long Offset { get; private set; } = SegmentHeader.Bytes;

    /// <summary>Bytes between good records that are none.</summary>
    public long SkippedBytes { get; private set; }

    /// <summary>Up to where the log was settled when the latest such record was written; null before one is read.</summary>
    public LogPosition? Settled { get; private set; }

    /// <param name="limit">Bytes of the file that are written whole.</param>
    /// <returns>False at the limit.</returns>
    public bool TryRead(long limit, [NotNullWhen(true)] out LoggedMessage? message)
    {
        while (Offset < limit)
        {
            var record = Take(limit, out var length);
            Offset += length;
            _start = Math.Min(_start + length, _end);
            if (record.IsEmpty)
                continue;
            if (TryInterpret(record, out message))
                return true;
        }

        message = null;
        return false;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The record at the offset; where there is none, the bytes to skip up to the next.</summary>
    private ReadOnlySpan<byte> Take(long limit, out int length)
    {
        if (!RecordFormat.TryTake(_chunk.AsSpan(_start.._end), out var record))
        {
            Fill((int)Math.Min(limit - Offset, ChunkBytes));
            if (!RecordFormat.TryTake(_chunk.AsSpan(_start.._end), out record))
            {
                var held = _end - _start;
                length = held == 0 ? (int)Math.Min(limit - Offset, int.MaxValue) : Damage();
                SkippedBytes += length;
                return default;
            }
        }

        length = RecordFormat.PrefixBytes + record.Length;
        return record;
    }

    /// <summary>Bytes up to the next good record, or to the end of what is held.</summary>
    private int Damage()
    {
        var held = _chunk.AsSpan(_start.._end);
        var skip = 1;
        while (skip < held.Length && !RecordFormat.TryTake(held[skip..], out _))
            skip++;
        // The end of a whole chunk may be the beginning of a record that the next one completes.
        return skip < held.Length || held.Length < ChunkBytes ? skip : ChunkBytes - RecordFormat.PrefixBytes - RecordFormat.MaxBytes;
    }

    private void Fill(int wanted)
    {
        var held = _end - _start;
        if (held >= wanted)
            return;
        if (_chunk.Length < wanted)
        {
            var larger = new byte[Math.Min(ChunkBytes, Math.Max(wanted, 2 * _chunk.Length))];
            _chunk.AsSpan(_start.._end).CopyTo(larger);
            _chunk = larger;
        }
        else
        {
            _chunk.AsSpan(_start.._end).CopyTo(_chunk);
        }

        (_start, _end) = (0, held);
        while (_end < wanted)
        {
            var read = RandomAccess.Read(_file, _chunk.AsSpan(_end..wanted), Offset + _end);
            // Somebody has cut the file: what it still holds is good.
            if (read == 0)
                break;
            _end += read;
        }
    }

    private bool TryInterpret(ReadOnlySpan<byte> record, [NotNullWhen(true)] out LoggedMessage? message)
    {
        message = null;
        var body = record[1..];
        switch ((RecordKind)record[0])
        {
            case RecordKind.Route when Route.TryRead(body, out var index, out var route):
                _routes[index] = route;
                break;
            case RecordKind.Settled:
                var cursor = new RecordCursor(body);
                if (cursor.TryNumber(out var segment) && cursor.TryNumber(out var offset))
                    Settled = new LogPosition(segment, offset);
                break;
            case RecordKind.Message:
                message = MessageOf(body);
                if (message is null)
                    SkippedBytes += record.Length;
                break;
        }

        return message is not null;
    }

    /// <summary>Null where the record that describes its route was lost.</summary>
    private LoggedMessage? MessageOf(ReadOnlySpan<byte> body)
    {
        var cursor = new RecordCursor(body);
        if (!(cursor.TryNumber(out var index) & cursor.TryNumber(out var seq)) || !_routes.TryGetValue(index, out var route))
            return null;
        var message = new OutgoingMessage(route.Topic, cursor.Rest.ToArray(), AtLeastOnce: true, route.Retain);
        return new LoggedMessage(message, seq, new LogPosition(Segment, Offset));
    }
}
