using System.Diagnostics.CodeAnalysis;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>
/// Messages on the disk, in order, until the broker has answered for them: files that are only appended to, and deleted when
/// nothing in them waits. One thread at a time.
/// <para>
/// A write survives the end of the process. A power cut takes what the system has not yet put on the disk, so what waits
/// is put there (fsync) within the flush interval. What the broker answers for sooner never needs it: the file then begins
/// again, and its pages are mostly never written.
/// </para>
/// <para>Its parts all move the same list of files and the same positions in it, which is why it is long.</para>
/// </summary>
internal sealed class SegmentLog : IDisposable
{
    /// <summary>A file without anything that waits begins again at this length, so that its pages don't reach the disk.</summary>
    private const long RestartBytes = 64 * 1024;

    /// <summary>Or at this age: Linux writes pages after 30 s.</summary>
    private static readonly TimeSpan RestartAge = TimeSpan.FromSeconds(20);

    private readonly LogOptions _options;
    private readonly TimeProvider _time;
    private readonly FileStream _lock;
    private readonly List<LogSegment> _segments;
    private readonly DamageWatch _damage = new();
    private readonly SegmentDeletion _deletion = new();
    private readonly long _firstOwnId;
    private SegmentWriter? _writer;
    private bool _writesElsewhere;
    private SegmentReader? _reader;
    private int _reading;
    private LogPosition _settled;
    private LogPosition _settledWritten;
    private LogPosition _synced;
    private LogPosition _endAtLastFlush;
    private long _nextId;
    private long _earlierBytes;

    private SegmentLog(LogOptions options, FileStream exclusive, List<LogSegment> segments, LogPosition settled, TimeProvider time)
    {
        (_options, _lock, _segments, _settled, _time) = (options, exclusive, segments, settled, time);
        _firstOwnId = _nextId = Math.Max(settled.Segment, segments.Count == 0 ? 0 : segments[^1].Header.Id) + 1;
        _earlierBytes = segments.Sum(segment => segment.Length);
        Waiting = segments.Sum(segment => segment.WaitingMessages);
    }

    /// <summary>Messages that the broker has not answered for.</summary>
    public long Waiting { get; private set; }

    /// <summary>Of all files.</summary>
    public long Bytes => _earlierBytes + (_writer?.Length ?? 0);

    /// <exception cref="LogInUseException">Another process has the folder.</exception>
    /// <exception cref="IOException">The folder can't be made, read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static SegmentLog Open(LogOptions options, TimeProvider time)
    {
        Directory.CreateDirectory(options.Folder);
        var exclusive = LogInUseException.Lock(Path.Combine(options.Folder, "lock"));
        try
        {
            var segments = SegmentRecovery.Read(options.Folder, time.GetTimestamp(), out var settled);
            return new SegmentLog(options, exclusive, segments, settled, time);
        }
        catch
        {
            exclusive.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The disk takes no more; nothing of it was written.</exception>
    public void Append(IReadOnlyCollection<LoggedMessage> messages)
    {
        // Before and not after the write: what fails here has not written any of these.
        if (_writer is { } old && (_writesElsewhere || old.Length >= _options.SegmentBytes || Age(_segments[^1]) > _options.SegmentAge))
            Close();
        var writer = _writer ??= Begin();
        foreach (var message in messages)
            writer.Add(message.Message, message.Seq);
        if (_settled != _settledWritten)
            writer.AddSettled(_settled);
        writer.Write();
        _settledWritten = _settled;
        var segment = _segments[^1];
        foreach (var message in messages)
            segment.Count(message.Seq);
        segment.Length = writer.Length;
        Waiting += messages.Count;
        if (_reader?.Segment == segment.Header.Id)
            _damage.Grow(messages.Count);
    }

    /// <summary>The next message that waits, each once until <see cref="Rewind"/>.</summary>
    public bool TryRead([NotNullWhen(true)] out LoggedMessage? message)
    {
        while (_reading < _segments.Count)
        {
            var segment = _segments[_reading];
            while (TryReadFrom(segment, out message))
            {
                var waits = message.End!.Value.CompareTo(_settled) > 0;
                _damage.Read(segment, message.Seq, _reader!.SkippedBytes, waits);
                if (waits)
                    return true;
            }

            // One that can't be read at all has left.
            if (_reading >= _segments.Count || _segments[_reading] != segment)
                continue;
            EndReading(segment);
            if (_reading == _segments.Count - 1)
                break;
            StopReading();
            _reading++;
        }

        message = null;
        return false;
    }

    /// <summary>What was read and is not settled is read again.</summary>
    public void Rewind()
    {
        StopReading();
        _reading = 0;
        foreach (var segment in _segments)
            segment.ReadAgain();
    }

    /// <param name="message">The first one that is not settled.</param>
    public void Settle(LoggedMessage message)
    {
        // Its segment may have made room meanwhile, or its file may be gone.
        if (message.End is not { } end || end.CompareTo(_settled) <= 0 || !_segments.Exists(segment => segment.Header.Id == end.Segment))
            return;
        _settled = end;
        Waiting--;
        var segment = _segments[0];
        while (segment.Header.Id != end.Segment)
        {
            Remove(segment);
            segment = _segments[0];
        }

        segment.CountSettled(message.Seq);
        if (segment.WaitingMessages == 0 && (_segments.Count > 1 || _writer is null))
            Remove(segment);
        else if (Waiting == 0 && segment.Length >= RestartBytes)
            Restart();
    }

    /// <summary>To be called once a half of the flush interval.</summary>
    /// <exception cref="IOException">The disk can't hold it.</exception>
    public void Flush()
    {
        _deletion.TryAgain();
        if (_writer is { } writer)
        {
            // What has waited for a half of the interval, and would wait too long at the next call. What came later can.
            var isDue = _settled.CompareTo(_endAtLastFlush) < 0 && _synced.CompareTo(_endAtLastFlush) < 0;
            _endAtLastFlush = writer.End;
            if (isDue)
                Sync(writer);
            else if (Waiting == 0 && writer.Length > SegmentHeader.Bytes && Age(_segments[^1]) > RestartAge)
                Restart();
            _writesElsewhere |= !File.Exists(writer.Path);
        }
    }

    /// <summary>Lets the oldest files go until the rest keeps to the bounds.</summary>
    public void KeepToBounds()
    {
        while (Bytes > _options.MaxBytes && _segments.Count > 0)
            Drop(LossReason.Size);
        while (_segments.Count > 0 && Waiting > 0 && AgeByAnyClock(_segments[0]) > _options.MaxAge)
            Drop(LossReason.Age);
    }

    /// <summary>What was lost since the last call.</summary>
    public IReadOnlyList<LostRange> TakeLosses() => _damage.TakeLosses();

    /// <summary>Leaves what waits on the disk, and nothing where nothing does.</summary>
    public void Dispose()
    {
        StopReading();
        try
        {
            // Also where this process wrote nothing: the next one would repeat what the broker has.
            if (Waiting > 0 && (_writer is not null || _settled != _settledWritten))
                Sync(_writer ??= Begin());
        }
        finally
        {
            _writer?.Dispose();
            if (_writer is not null && Waiting == 0)
                _deletion.Delete(_writer.Path);
            _lock.Dispose();
        }
    }

    private SegmentWriter Begin()
    {
        var header = NextHeader();
        // Somebody may have deleted it.
        Directory.CreateDirectory(_options.Folder);
        var path = Path.Combine(_options.Folder, FormattableString.Invariant($"{header.Id:D10}{SegmentRecovery.Extension}"));
        var writer = new SegmentWriter(path, header, _options.SegmentBytes);
        _segments.Add(new LogSegment(header, path, _time.GetTimestamp()));
        return writer;
    }

    private SegmentHeader NextHeader() => new(_nextId++, _options.Boot, _options.WallClockMs());

    /// <summary>Written within the file, so that it counts with the records behind it.</summary>
    private void Sync(SegmentWriter writer)
    {
        if (_settled != _settledWritten)
        {
            writer.AddSettled(_settled);
            writer.Write();
            _segments[^1].Length = writer.Length;
            _settledWritten = _settled;
        }

        writer.Sync();
        _synced = writer.End;
    }

    private void Close()
    {
        Sync(_writer!);
        _earlierBytes += _writer!.Length;
        _writer.Dispose();
        (_writer, _writesElsewhere) = (null, false);
    }

    private void Restart()
    {
        var header = NextHeader();
        _writer!.Restart(header);
        // Not before: ext4 writes a file that was once truncated to 0 to the disk when anybody closes it.
        StopReading();
        _segments[^1].Restart(header, _time.GetTimestamp());
        _settled = new LogPosition(header.Id, 0);
        _reading = _segments.Count - 1;
    }

    private void Drop(LossReason reason)
    {
        if (_segments.Count == 1 && _writer is not null)
            Close();
        var segment = _segments[0];
        _damage.Add(segment.Loss(reason));
        Remove(segment);
        _settled = new LogPosition(segment.Header.Id + 1, 0);
    }

    private void Remove(LogSegment segment)
    {
        var index = _segments.IndexOf(segment);
        if (index == _reading)
            StopReading();
        else if (index < _reading)
            _reading--;
        Waiting -= segment.WaitingMessages;
        _earlierBytes -= segment.Length;
        _segments.Remove(segment);
        _deletion.Delete(segment.Path);
    }

    /// <summary>A file that the disk no longer gives is damage like any other: what stands behind it is read on.</summary>
    private bool TryReadFrom(LogSegment segment, [NotNullWhen(true)] out LoggedMessage? message)
    {
        try
        {
            if (_reader is null)
            {
                _reader = new SegmentReader(segment.Path, segment.Header.Id);
                _damage.Begin(segment);
            }

            return _reader.TryRead(segment.Length, out message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (segment == _segments[^1] && _writer is not null)
            {
                _writer.Dispose();
                _writer = null;
                _earlierBytes += segment.Length;
            }

            _damage.Add(segment.Loss(LossReason.Damage));
            StopReading();
            Remove(segment);
            message = null;
            return false;
        }
    }

    private void StopReading()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private void EndReading(LogSegment segment)
    {
        var lost = _damage.End(segment, _reader!.SkippedBytes, isOwn: segment.Header.Id >= _firstOwnId);
        Waiting -= lost;
        // Behind damage a reader may lack what it needs to know of later messages.
        _writesElsewhere |= lost > 0 && segment == _segments[^1];
    }

    private TimeSpan Age(LogSegment segment) => _time.GetElapsedTime(segment.BornAt);

    /// <summary>A clock that was not set tells no age, so that setting it makes nothing old.</summary>
    private TimeSpan AgeByAnyClock(LogSegment segment)
    {
        var byTimestamps = Age(segment);
        // Of its own files a process knows the age, whatever somebody sets the clock to.
        if (segment.Header.Id >= _firstOwnId)
            return byTimestamps;
        var now = _options.WallClockMs();
        var byWall = now > 0 && segment.Header.BeganMs > 0 ? TimeSpan.FromMilliseconds(now - segment.Header.BeganMs) : byTimestamps;
        return byTimestamps > byWall ? byTimestamps : byWall;
    }
}
