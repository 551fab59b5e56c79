using EdgeInfer.Core.Marks;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Health;

namespace EdgeInfer.Runtime.Health;

/// <summary>How the process fares, over all its streams; rates are since the last reading.</summary>
internal sealed class ProcessHealth
{
    private readonly Stamp _stamp;
    private readonly CommandCounts _commands;
    private readonly IReadOnlyList<RunningStream> _streams;
    private readonly long _started;
    private readonly IReadOnlyList<string>? _marks;
    private long _lastWindows;
    private long _lastTimestamp;

    public ProcessHealth(Stamp stamp, CommandCounts commands, IReadOnlyList<RunningStream> streams)
    {
        (_stamp, _commands, _streams) = (stamp, commands, streams);
        _started = _lastTimestamp = stamp.Time.GetTimestamp();
        _lastWindows = Windows();
        _marks = MessageMarks.Of(streams.Aggregate(default(FigureMarks), (marks, stream) => marks.With(stream.FigureMarks)));
    }

    public HealthMessage Read()
    {
        var (windows, timestamp, now) = (Windows(), _stamp.Time.GetTimestamp(), _stamp.Now());
        var message = new HealthMessage
        {
            Schema = MessageSchema.Version,
            Ts = now.Ts,
            TsSynced = now.Synced,
            MonoMs = now.MonoMs,
            Boot = _stamp.Boot,
            UptimeS = _stamp.Time.GetElapsedTime(_started, timestamp).TotalSeconds,
            Windows = windows,
            WindowsPerS = (windows - _lastWindows) / _stamp.Time.GetElapsedTime(_lastTimestamp, timestamp).TotalSeconds,
            CpuS = Environment.CpuUsage.TotalTime.TotalSeconds,
            ResidentBytes = Environment.WorkingSet,
            OutboxDepth = _stamp.Session.OutboxDepth,
            OutboxBytes = _stamp.Session.OutboxBytes,
            OutboxDropped = _stamp.Session.Dropped,
            OutboxRefused = _stamp.Session.Refused,
            DiskFailures = _stamp.Session.DiskFailures,
            Reconnects = _stamp.Session.Reconnects,
            IdConflicts = _stamp.Session.IdConflicts,
            CommandsDone = _commands.Done,
            CommandsRefused = _commands.Refused,
            CommandsFailed = _commands.Failed,
            Marks = _marks,
        };
        (_lastWindows, _lastTimestamp) = (windows, timestamp);
        return message;
    }

    private long Windows() => _streams.Sum(stream => stream.Pipeline.Windows);
}
