using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Commands.Nonces;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>
/// Hears the commands of a device, runs each at most once, across restarts too, and answers where the sender waits for it.
/// Whatever a command holds or its handler throws is answered, counted and acknowledged, and the next command comes.
/// </summary>
public sealed class CommandChannel : IDisposable
{
    private readonly MqttSession _session;
    private readonly CommandOptions _options;
    private readonly NonceStore _nonces;
    private readonly CommandGate _gate;
    private readonly RefusalNotices _refusals;
    private readonly CancellationTokenSource _end = new();
    // A link that was lost may still be at work on its last command when the next link brings one.
    private readonly SemaphoreSlim _turn = new(1);

    private CommandChannel(
        MqttSession session, CommandOptions options, IEnumerable<CommandHandler> handlers, NonceStore nonces)
    {
        (_session, _options, _nonces) = (session, options, nonces);
        _gate = new CommandGate(session.Topics, options, handlers.ToDictionary(handler => handler.Verb), nonces);
        _refusals = new RefusalNotices(options.Notice);
    }

    public CommandCounts Counts { get; } = new();

    /// <summary>A broker that refuses the subscription is told in a line: a device without commands still says what it measures.</summary>
    public static async Task<CommandChannel> OpenAsync(
        MqttSession session,
        CommandOptions options,
        IEnumerable<CommandHandler> handlers,
        CancellationToken cancellation = default)
    {
        var channel = new CommandChannel(session, options, handlers, NonceStore.Open(options.Folder, options.Notice));
        try
        {
            await session.SubscribeAsync(session.Topics.Below(CommandPayloads.Topic("+")), channel.HandleAsync, cancellation)
                .ConfigureAwait(false);
            return channel;
        }
        catch (InvalidInputException error)
        {
            options.Notice($"this device takes no commands: {error.Message}");
            return channel;
        }
        catch
        {
            channel.Dispose();
            throw;
        }
    }

    /// <summary>To be called after the session has ended, which brings no more commands then.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _nonces.Dispose();
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task HandleAsync(IncomingMessage message)
    {
        await _turn.WaitAsync(_end.Token).ConfigureAwait(false);
        try
        {
            var now = _options.Now();
            var reply = Stamped(_gate.TryAdmit(message, out var command, out var outcome)
                ? await RunAsync(command).ConfigureAwait(false)
                : outcome, now);
            Counts.Add(reply);
            Tell(reply, now.MonoMs);
            if (ResponseTopic.IsAllowed(message.ResponseTopic, _options.NoAnswersBelow))
                _session.TryReply(message, CommandPayloads.Write(reply));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<CommandOutcome> RunAsync(AdmittedCommand command)
    {
        var outcome = new CommandOutcome(command.Verb, command.Entry.Nonce, CommandStatus.Failed);
        try
        {
            if (_options.Now() is { Synced: true } now)
                _nonces.ForgetExpired(now.Ts);
            _nonces.Begin(command.Entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return outcome with { Status = CommandStatus.Refused, Reason = CommandRefusal.Store, Detail = error.Message };
        }

        try
        {
            var result = await command.Run(_end.Token).ConfigureAwait(false);
            outcome = outcome with { Status = CommandStatus.Done, Result = result };
        }
#pragma warning disable CA1031 // Whatever a verb throws is that command's failure, and is answered.
        catch (Exception error)
#pragma warning restore CA1031
        {
            outcome = outcome with { Detail = UserError.OneLine(error.GetBaseException().Message) };
        }

        try
        {
            _nonces.End(command.Entry.Nonce, outcome.Status);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _options.Notice($"how the command {command.Verb} ended could not be written down: {error.Message}");
        }

        return outcome;
    }

    private CommandReply Stamped(CommandOutcome outcome, StampedTime now) => new()
    {
        Schema = MessageSchema.Version,
        Ts = now.Ts,
        TsSynced = now.Synced,
        MonoMs = now.MonoMs,
        Boot = _session.Boot,
        Verb = outcome.Verb,
        Nonce = outcome.Nonce,
        Status = outcome.Status,
        Reason = outcome.Reason,
        Detail = outcome.Detail,
        Repeated = outcome.Repeated ? true : null,
        Result = outcome.Result,
    };

    private void Tell(CommandReply reply, long monoMs)
    {
        if (reply.Reason is { } reason)
            _refusals.Tell(reason, monoMs, $"refused the command {reply.Verb}: {reply.Detail}");
        else if (reply is { Status: CommandStatus.Failed, Repeated: null })
            _options.Notice($"the command {reply.Verb} failed: {reply.Detail}");
    }
}
