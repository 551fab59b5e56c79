using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Replay;

/// <summary>Plays the test side of a data set through every bundle, and publishes what they say.</summary>
internal static class ReplayRun
{
    /// <summary>Faster than this, a broker and a table see aggregates only.</summary>
    private const double MaxWindowsPerSecond = 50;

    /// <summary>Returns when the recordings have ended or <paramref name="stop"/> was requested.</summary>
    /// <exception cref="InvalidInputException">Data, bundle, broker or option is wrong, or no window came of it.</exception>
    public static async Task ExecuteAsync(ReplayOptions options, TextWriter output, TimeProvider time, CancellationToken stop)
    {
        var set = RecordingSet.Open(options.Data, options.Task, options.Split);
        var recordings = TestRecordings.Of(set);
        using var bundles = ReadyBundles.Open(options.Bundles, time);
        Agreement.Check(bundles.All, set.Dataset.Name, set.LabelNames, set.TestShape);
        if (set.StreamsOfOneWindow)
            Agreement.RequireDecisionsOfOneWindow(bundles.All);
        foreach (var bundle in bundles.All)
            await output.WriteLineAsync(bundle.Describe()).ConfigureAwait(false);

        var session = await MqttSession.ConnectAsync(SessionOf(options, output), time, stop).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var stamp = new Stamp(session, time);
            var pipeline = new StreamPipeline(set.TestShape, bundles.Lanes, SinkOf(options, set.TestShape, stamp, output, stop), time);
            await Announcement.PublishAsync(stamp, bundles.Lanes, stop).ConfigureAwait(false);
            var replay = new RecordedStreams(set, recordings, Playback.Paced(options.Speed, time), pipeline);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var health = HealthTicker.RunAsync(stamp, pipeline, ended.Token);
            try
            {
                await replay.PlayAsync(stop).ConfigureAwait(false);
                if (pipeline.Windows > 0)
                    await RunSummary.PublishAsync(stamp, options.Run ?? stamp.Boot, pipeline, bundles.Lanes).ConfigureAwait(false);
                else if (!stop.IsCancellationRequested)
                    throw new InvalidInputException(
                        options.Data, $"no recording of the test side holds a window of {set.TestShape.Seconds} s");
                while (options.Loop && !stop.IsCancellationRequested)
                    await replay.PlayAsync(stop).ConfigureAwait(false);
            }
            finally
            {
                await ended.CancelAsync().ConfigureAwait(false);
                await health.ConfigureAwait(false);
            }

            await output.WriteLineAsync(Describe(pipeline, recordings)).ConfigureAwait(false);
        }

        if (session.OutboxDepth + session.Refused > 0)
            throw new InvalidInputException(
                options.Broker.ToString(), $"{session.OutboxDepth} messages were not acknowledged and {session.Refused} refused");
    }

    private static IAnswerSink SinkOf(
        ReplayOptions options, WindowShape shape, Stamp stamp, TextWriter output, CancellationToken stop)
    {
        var windowsPerSecond = shape.WindowsPerSecond * options.Speed;
        if (windowsPerSecond <= MaxWindowsPerSecond)
            return new AnswerPublisher(stamp, stop);
        output.WriteLine(FormattableString.Invariant(
            $"{windowsPerSecond:0.#} windows/s are more than {MaxWindowsPerSecond}: aggregates only"));
        return new NoAnswers();
    }

    private static SessionOptions SessionOf(ReplayOptions options, TextWriter output) => new()
    {
        Host = options.Broker.Host,
        Port = options.Broker.Port,
        Topics = new DeviceTopics(options.Site, options.Device),
        Notice = output.WriteLine,
    };

    private static string Describe(StreamPipeline pipeline, IReadOnlyCollection<Recording> recordings) =>
        FormattableString.Invariant($"{pipeline.Windows} windows of {recordings.Count} recordings, {pipeline.Gaps} gaps, ")
        + FormattableString.Invariant($"{pipeline.AmbiguousWindows} ambiguous windows");
}
