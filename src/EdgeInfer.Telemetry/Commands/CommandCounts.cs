using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>What became of the commands of a process. Any thread may read it.</summary>
public sealed class CommandCounts
{
    private readonly long[] _refused = new long[Enum.GetValues<CommandRefusal>().Length];
    private long _done;
    private long _failed;
    private long _repeated;

    public long Done => Volatile.Read(ref _done);

    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Commands that came again, and were answered with how they had ended.</summary>
    public long Repeated => Volatile.Read(ref _repeated);

    public long Refused => Enum.GetValues<CommandRefusal>().Sum(Of);

    public long Of(CommandRefusal reason) => Volatile.Read(ref _refused[(int)reason]);

    internal void Add(CommandReply reply)
    {
        if (reply.Repeated is true)
            Interlocked.Increment(ref _repeated);
        else if (reply.Reason is { } reason)
            Interlocked.Increment(ref _refused[(int)reason]);
        else
            Interlocked.Increment(ref reply.Status is CommandStatus.Done ? ref _done : ref _failed);
    }
}
