using EdgeInfer.Telemetry.Links;
using Microsoft.Win32.SafeHandles;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Appends to one file. What is added reaches the file with <see cref="Write"/>, all of it or nothing.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly Dictionary<Route, int> _routes = [];
    private readonly List<Route> _newRoutes = [];
    private readonly RecordBuffer _buffer = new();

    /// <param name="room">
    /// Bytes that the disk sets aside at once. A file that grows makes each fsync write the disk's map of free blocks too.
    /// </param>
    /// <exception cref="IOException">The file can't be made.</exception>
    public SegmentWriter(string path, SegmentHeader header, long room)
    {
        Path = path;
        _file = Create(path, room);
        Begin(header);
    }

    public string Path { get; }

    public SegmentHeader Header { get; private set; }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; private set; }

    /// <summary>Where the next record will stand.</summary>
    public LogPosition End => new(Header.Id, Length + _buffer.Length);

    /// <summary>Forgets the file's content, for a segment that nobody needs any more.</summary>
    public void Restart(SegmentHeader header)
    {
        RandomAccess.SetLength(_file, 0);
        Begin(header);
    }

    public void Add(OutgoingMessage message, long seq)
    {
        var route = Route.Of(message);
        if (!_routes.TryGetValue(route, out var index))
        {
            _routes[route] = index = _routes.Count;
            _newRoutes.Add(route);
            route.Write(_buffer, index);
        }

        _buffer.Begin(RecordKind.Message);
        _buffer.Number(index);
        _buffer.Number(seq);
        _buffer.Bytes(message.Payload);
        _buffer.End();
    }

    public void AddSettled(LogPosition position)
    {
        _buffer.Begin(RecordKind.Settled);
        _buffer.Number(position.Segment);
        _buffer.Number(position.Offset);
        _buffer.End();
    }

    /// <exception cref="IOException">The disk takes no more: the file is as long as before, and what was added is forgotten.</exception>
    public void Write()
    {
        try
        {
            RandomAccess.Write(_file, _buffer.Written.Span, Length);
            Length += _buffer.Length;
        }
        catch
        {
            foreach (var route in _newRoutes)
                _routes.Remove(route);
            // A part may have been written.
            RandomAccess.SetLength(_file, Length);
            throw;
        }
        finally
        {
            _newRoutes.Clear();
            _buffer.Clear();
            if (Length == 0)
                _buffer.Add(Header);
        }
    }

    /// <summary>Returns when the disk has it all (fsync).</summary>
    public void Sync() => RandomAccess.FlushToDisk(_file);

    public void Dispose() => _file.Dispose();

    /// <summary>A disk with less room may still hold some messages.</summary>
    private static SafeFileHandle Create(string path, long room)
    {
        try
        {
            return Open(room);
        }
        catch (IOException)
        {
            return Open(0);
        }

        SafeFileHandle Open(long bytes) => File.OpenHandle(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.None, bytes);
    }

    private void Begin(SegmentHeader header)
    {
        (Header, Length) = (header, 0);
        _routes.Clear();
        _newRoutes.Clear();
        _buffer.Clear();
        _buffer.Add(header);
    }
}
