using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>An outbox's log, or the lack of one: a disk that is full, read-only or broken is told once, and tried again.</summary>
internal sealed class OutboxDisk : IDisposable
{
    private readonly LogOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<string> _notice;
    private SegmentLog? _log;

    /// <exception cref="InvalidInputException">Another process has the folder.</exception>
    public OutboxDisk(LogOptions options, TimeProvider time, Action<string> notice)
    {
        (_options, _time, _notice) = (options, time, notice);
        try
        {
            _log = SegmentLog.Open(options, time);
        }
        catch (LogInUseException error)
        {
            throw new InvalidInputException(options.Folder, "another process uses it; give each device its own with --state", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error);
        }

        if (Waiting > 0)
            notice($"{Waiting} messages of earlier runs wait in {options.Folder} and go first");
    }

    /// <summary>False from a failure until the next write of messages that succeeds.</summary>
    public bool Works { get; private set; } = true;

    public long Failures { get; private set; }

    public long Waiting => _log?.Waiting ?? 0;

    public long Bytes => _log?.Bytes ?? 0;

    /// <summary>All or nothing.</summary>
    public bool TryAppend(IReadOnlyCollection<LoggedMessage> messages)
    {
        if (!Guarded(() => (_log ??= SegmentLog.Open(_options, _time)).Append(messages)))
            return false;
        if (!Works)
            _notice($"{_options.Folder}: the disk takes messages again");
        return Works = true;
    }

    public bool TryRead([NotNullWhen(true)] out LoggedMessage? message)
    {
        message = null;
        return _log?.TryRead(out message) ?? false;
    }

    public void Settle(LoggedMessage message)
    {
        try
        {
            _log?.Settle(message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error);
        }
    }

    public void Rewind() => _log?.Rewind();

    /// <summary>Brings to the disk what waits, and lets go what is too much.</summary>
    public void Flush()
    {
        if (_log is { } log)
            Guarded(() =>
            {
                log.Flush();
                log.KeepToBounds();
            });
    }

    public IReadOnlyList<LostRange> TakeLosses() => _log?.TakeLosses() ?? [];

    public void Dispose()
    {
        if (_log is { } log)
            Guarded(log.Dispose);
    }

    private bool Guarded(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error);
            return false;
        }
    }

    private void Fail(Exception error)
    {
        if (Works)
            _notice($"{_options.Folder}: {error.Message.TrimEnd('.')}; messages are kept in memory until the disk takes them again");
        Failures++;
        Works = false;
    }
}
