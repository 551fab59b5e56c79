using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Serving.Pipeline;
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
    private readonly Stamp _stamp;
    private readonly IReadOnlyList<StreamWorker> _workers;
    private readonly CancellationTokenSource _ended = new();
    private Task _health = Task.CompletedTask;

    private DeviceHost(DeviceOptions options, Stamp stamp, IReadOnlyList<StreamWorker> workers) =>
        (_options, _stamp, _workers) = (options, stamp, workers);

    public long Windows => _workers.Sum(worker => worker.Stream.Pipeline.Windows);

    public long Gaps => _workers.Sum(worker => worker.Stream.Pipeline.Gaps);

    public long AmbiguousWindows => _workers.Sum(worker => worker.Stream.Pipeline.AmbiguousWindows);

    private IReadOnlyList<RunningStream> Streams => [.. _workers.Select(worker => worker.Stream)];

    /// <summary>Connects, and says what the device is and which models answer on it; no stream runs yet.</summary>
    /// <exception cref="InvalidInputException">No broker answers, or a name is no topic level.</exception>
    public static async Task<DeviceHost> StartAsync(
        DeviceOptions options, IReadOnlyList<StreamPlan> plans, TextWriter output, TimeProvider time, CancellationToken stop)
    {
        var session = await MqttSession.ConnectAsync(options.Session(output.WriteLine), time, stop).ConfigureAwait(false);
        var stamp = new Stamp(session, time);
        var sink = SinkOf(plans, stamp, output, stop);
        var host = new DeviceHost(options, stamp, [.. plans.Select(plan => new StreamWorker(plan, sink, time))]);
        try
        {
            await Announcement.PublishAsync(stamp, ServedModel.Of(host.Streams), stop).ConfigureAwait(false);
            host._health = HealthTicker.RunAsync(stamp, host.Streams, host._ended.Token);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Runs all streams at once, until each one's sources have ended or <paramref name="stop"/> is requested. Where one fails,
    /// the others stop.
    /// </summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAll(_workers.Select(RunOneAsync)).ConfigureAwait(false);

        async Task RunOneAsync(StreamWorker worker)
        {
            try
            {
                await worker.RunAsync(either.Token).ConfigureAwait(false);
            }
            catch
            {
                await either.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>One message for every model that answered, over all its streams.</summary>
    /// <param name="run">Name of the run; the boot id where null.</param>
    public Task SummariseAsync(string? run) => RunSummary.PublishAsync(
        _stamp, run ?? _stamp.Boot, [.. ServedModel.Of(Streams).Where(model => model.Statistics.Latency.Count > 0)]);

    /// <summary>Delivers what waits, for a while, and says goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _health.ConfigureAwait(false);
        await _stamp.Session.DisposeAsync().ConfigureAwait(false);
        _ended.Dispose();
    }

    /// <summary>To be asked after the end.</summary>
    /// <exception cref="InvalidInputException">The broker did not take every message.</exception>
    public void RequireDelivery()
    {
        var session = _stamp.Session;
        if (session.OutboxDepth + session.Refused > 0)
            throw new InvalidInputException(
                _options.Broker.ToString(), $"{session.OutboxDepth} messages were not acknowledged and {session.Refused} refused");
    }

    private static IAnswerSink SinkOf(IReadOnlyList<StreamPlan> plans, Stamp stamp, TextWriter output, CancellationToken stop)
    {
        var windowsPerSecond = plans.Sum(plan => plan.WindowsPerSecond);
        if (windowsPerSecond <= MaxWindowsPerSecond)
            return new AnswerPublisher(stamp, stop);
        output.WriteLine(FormattableString.Invariant(
            $"{windowsPerSecond:0.#} windows/s are more than {MaxWindowsPerSecond}: aggregates only"));
        return new NoAnswers();
    }
}
