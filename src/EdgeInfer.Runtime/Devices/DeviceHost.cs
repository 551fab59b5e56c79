using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Runtime.Verbs;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Runtime.Devices;

/// <summary>
/// The device at work, whatever feeds it: one session, streams that run at once, each with its own thread, pipeline and
/// lanes, and what they publish.
/// </summary>
internal sealed class DeviceHost : IAsyncDisposable
{
    /// <summary>Faster than this, a broker and a table see aggregates only.</summary>
    private const double MaxWindowsPerSecond = 50;

    private readonly DeviceOptions _options;
    private readonly TextWriter _output;
    private readonly Stamp _stamp;
    private readonly CommandChannel _commands;
    private readonly DiscoveryAnnouncer? _announcer;
    private readonly IReadOnlyList<StreamWorker> _workers;
    private readonly CancellationTokenSource _halt;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _reports;

    private DeviceHost(
        DeviceOptions options,
        TextWriter output,
        Stamp stamp,
        CommandChannel commands,
        DiscoveryAnnouncer? announcer,
        IReadOnlyList<StreamWorker> workers,
        CancellationTokenSource halt)
    {
        (_options, _output, _stamp, _commands, _workers, _halt) = (options, output, stamp, commands, workers, halt);
        _announcer = announcer;
        _reports = Task.WhenAll(
            HealthTicker.RunAsync(stamp, commands.Counts, Streams, _ended.Token),
            ClockWatch.RunAsync(stamp, WallClock.IsSynchronized, _ended.Token));
    }

    public long Windows => _workers.Sum(worker => worker.Stream.Pipeline.Windows);

    public long Gaps => _workers.Sum(worker => worker.Stream.Pipeline.Gaps);

    public long AmbiguousWindows => _workers.Sum(worker => worker.Stream.Pipeline.AmbiguousWindows);

    /// <summary>Each model over all its streams. To be asked while no stream runs.</summary>
    public IReadOnlyList<ServedModel> Models => ServedModel.Of(Streams);

    private IReadOnlyList<RunningStream> Streams => [.. _workers.Select(worker => worker.Stream)];

    /// <summary>Connects, and says what the device is and which models answer on it; no stream runs yet.</summary>
    /// <param name="stop">Ends the streams too, and what they wait for.</param>
    /// <exception cref="InvalidInputException">No broker answers, or a name is no topic level.</exception>
    /// <exception cref="ArgumentException">Two streams share a lane, which serves one thread.</exception>
    public static async Task<DeviceHost> StartAsync(
        DeviceOptions options, IReadOnlyList<StreamPlan> plans, TextWriter output, TimeProvider time, CancellationToken stop)
    {
        RequireLanesOfTheirOwn(plans);
        var clock = new DeviceClock(time, WallClock.IsSynchronized());
        var session = await MqttSession.ConnectAsync(options.Session(clock.Read, output.WriteLine), time, stop).ConfigureAwait(false);
        var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        CommandChannel? commands = null;
        try
        {
            var stamp = new Stamp(session, time, clock);
            var names = new StreamNames(output);
            var sinks = SinksOf(plans, stamp, names, output, halt.Token);
            StreamWorker[] workers = [.. plans.Zip(sinks, (plan, sink) => new StreamWorker(plan, sink, time))];
            var models = ServedModel.Of([.. workers.Select(worker => worker.Stream)]);
            await Announcement.PublishAsync(stamp, models, stop).ConfigureAwait(false);
            commands = await DeviceCommands.OpenAsync(options, stamp, [.. models.Select(model => model.Name)], output, stop)
                .ConfigureAwait(false);
            var announcer = await HomeAssistantEntry.StartAsync(
                options, stamp, models, names, [.. plans.SelectMany(plan => plan.Streams)], AnswersPerSecond(plans), output, stop)
                .ConfigureAwait(false);
            return new DeviceHost(options, output, stamp, commands, announcer, workers, halt);
        }
        catch
        {
            halt.Dispose();
            await session.DisposeAsync().ConfigureAwait(false);
            commands?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs all streams at once, until each one's sources have ended or the device is told to stop. Where one fails, the
    /// others stop, those that wait for the broker too; its error is thrown, and what fails after it is told.
    /// </summary>
    public async Task RunAsync()
    {
        var failures = new ConcurrentQueue<Exception>();
        await Task.WhenAll(_workers.Select(RunOneAsync)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var later in failures.Skip(1))
            await _output.WriteLineAsync($"another stream failed too: {later.Message}").ConfigureAwait(false);
        if (failures.TryPeek(out var first))
            ExceptionDispatchInfo.Throw(first);

        async Task RunOneAsync(StreamWorker worker)
        {
            try
            {
                await worker.RunAsync(_halt.Token).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                failures.Enqueue(error);
                await _halt.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>One message for every model that answered, over all its streams.</summary>
    /// <param name="run">Name of the run; the boot id where null.</param>
    public Task SummariseAsync(string? run) => RunSummary.PublishAsync(
        _stamp, run ?? _stamp.Boot, [.. ServedModel.Of(Streams).Where(model => model.Statistics.Latency.Count > 0)]);

    /// <summary>Delivers what waits, for a while, and says goodbye. What ended the reports is told, and hides no other error.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _reports.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (_reports.Exception is { InnerException: { } error })
                await _output.WriteLineAsync($"health and clock were no longer told: {error.Message}").ConfigureAwait(false);
        }
        finally
        {
            await _stamp.Session.DisposeAsync().ConfigureAwait(false);
            _commands.Dispose();
            _announcer?.Dispose();
            _ended.Dispose();
            _halt.Dispose();
        }
    }

    /// <summary>To be asked after the end.</summary>
    /// <exception cref="InvalidInputException">The broker did not take every message.</exception>
    public void RequireDelivery()
    {
        var (session, broker) = (_stamp.Session, _options.Broker.Address.ToString());
        if (session.OutboxDepth > 0)
            throw new InvalidInputException(broker, _options.State is { } state
                ? $"{session.OutboxDepth} messages were not acknowledged; they wait in {state}, and the next run with it sends them"
                : $"{session.OutboxDepth} messages were not acknowledged");
        if (session.Refused > 0)
            throw new InvalidInputException(broker, _options.State is { } kept
                ? $"{session.Refused} messages were refused; they are kept in {Path.Combine(kept, "refused")}"
                : $"{session.Refused} messages were refused");
    }

    private static void RequireLanesOfTheirOwn(IReadOnlyList<StreamPlan> plans)
    {
        var shared = plans.SelectMany(plan => plan.Lanes.Distinct()).GroupBy(lane => lane).FirstOrDefault(lane => lane.Count() > 1);
        if (shared is not null)
            throw new ArgumentException($"two streams share a lane of {shared.Key.Name}, which serves one thread", nameof(plans));
    }

    /// <summary>Of the slowest plan; null where only aggregates are published.</summary>
    private static double? AnswersPerSecond(IReadOnlyList<StreamPlan> plans) =>
        plans.Sum(plan => plan.WindowsPerSecond) <= MaxWindowsPerSecond ? plans.Min(plan => plan.WindowsPerSecond) : null;

    /// <summary>One a plan.</summary>
    private static IReadOnlyList<IAnswerSink> SinksOf(
        IReadOnlyList<StreamPlan> plans, Stamp stamp, StreamNames names, TextWriter output, CancellationToken stop)
    {
        var windowsPerSecond = plans.Sum(plan => plan.WindowsPerSecond);
        if (windowsPerSecond <= MaxWindowsPerSecond)
            return [.. plans.Select(plan => new AnswerPublisher(stamp, names, plan.Marks, stop))];
        output.WriteLine(FormattableString.Invariant(
            $"{windowsPerSecond:0.#} windows/s are more than {MaxWindowsPerSecond}: aggregates only"));
        return [.. plans.Select(_ => new NoAnswers())];
    }
}
