using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Devices;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Runtime.Replay;

/// <summary>
/// Plays the test side of a data set through every bundle: recordings in the place of a sensor, each a stream of its own,
/// one after the other on one schedule, also where they begin again.
/// </summary>
internal static class ReplayRun
{
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
        var marks = bundles.All.Select(bundle => LearntOrigin.Judge(bundle.Manifest, bundle.Path, set.JudgedSide)).ToArray();
        foreach (var bundle in bundles.All)
            await output.WriteLineAsync(bundle.Describe()).ConfigureAwait(false);

        set.ReadFiles(recordings);
        var opened = OpeningLedger.Record(set, "replay", bundles.Lanes.Select(lane => lane.Sha256), OpeningRun.OfProcess, time);
        var playback = Playback.Paced(options.Speed, time);
        var plan = new StreamPlan(
            set.TestShape,
            bundles.Lanes,
            set.TestShape.WindowsPerSecond * options.Speed,
            recordings.Select(recording => set.OpenSource(recording, playback)))
        {
            Marks = set.Marks,
            Streams = [.. recordings.Select(recording => recording.Id)],
        };
        var host = await DeviceHost.StartAsync(options.Device, [plan], output, time, stop).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            await host.RunAsync().ConfigureAwait(false);
            if (host.Windows > 0)
                await host.SummariseAsync(options.Run).ConfigureAwait(false);
            var models = host.Models;
            var answered = models.Where(model => model.Statistics.Latency.Count > 0).Select(ReplayRow.Of).ToArray();
            foreach (var line in answered.Length > 0 ? ReplayTable.Lines(answered) : [])
                await output.WriteLineAsync(line).ConfigureAwait(false);
            foreach (var model in models.Where(model => model.Statistics.NonFiniteWindows > 0))
                await output.WriteLineAsync(Unanswered(model)).ConfigureAwait(false);
            if (!stop.IsCancellationRequested)
                RequireAnswers(models, options.Data, set.TestShape.Seconds);
            while (options.Loop && !stop.IsCancellationRequested)
                await host.RunAsync().ConfigureAwait(false);
            var suffix = marks.Aggregate((all, one) => all.With(one)).Suffix;
            await output.WriteLineAsync(Describe(host, recordings) + suffix).ConfigureAwait(false);
            await output.WriteLineAsync(opened.Describe()).ConfigureAwait(false);
        }

        host.RequireDelivery();
    }

    private static string Unanswered(ServedModel model) => FormattableString.Invariant(
        $"{model.Name} did not answer {model.Statistics.NonFiniteWindows} windows: a sample or a score was NaN or an infinity");

    private static void RequireAnswers(IReadOnlyList<ServedModel> models, string data, double seconds)
    {
        if (models.FirstOrDefault(model => model.Statistics.Latency.Count == 0) is not { } silent)
            return;
        throw silent.Statistics.NonFiniteWindows > 0
            ? new InvalidInputException(silent.Name, "answered no window: in each a sample or a score was NaN or an infinity")
            : new InvalidInputException(data, $"no recording of the test side holds a window of {seconds} s");
    }

    private static string Describe(DeviceHost host, IReadOnlyCollection<Recording> recordings) =>
        FormattableString.Invariant($"{host.Windows} windows of {recordings.Count} recordings, {host.Gaps} gaps, ")
        + FormattableString.Invariant($"{host.AmbiguousWindows} ambiguous windows");
}
