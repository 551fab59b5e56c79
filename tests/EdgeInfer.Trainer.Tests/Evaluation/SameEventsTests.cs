using System.Globalization;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Marks;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Evaluation;

/// <summary><c>train anomaly</c>, <c>compare</c> and <c>demo</c> on the same recordings, one of them with a gap.</summary>
[Collection<TorchSession>]
public sealed class SameEventsTests : IDisposable
{
    private const string Labels = "\"labels\": [";
    private const string Task = "tiny-anomaly";
    private const int RateHz = 32;
    private const int GapAfterRow = 4 * RateHz;
    private const double GapSeconds = 5;

    private readonly TinyRecordings _recordings = new();

    public SameEventsTests()
    {
        const string Added = "\"normal\": [\"slow\"], \"timestamp\": { \"column\": \"t\", \"unit\": \"s\" }, ";
        _recordings.Replace("dataset.json", Labels, Added + Labels);
        _recordings.Replace("split.csv", "cleo,train", "cleo,test");
        foreach (var file in Directory.GetFiles(_recordings.Data, "*-*.csv"))
            AddTimes(file, gap: Path.GetFileName(file) == "dora-fast.csv");
    }

    public void Dispose() => _recordings.Dispose();

    [Fact]
    public void TrainingComparisonAndReplayCountTheSameEvents()
    {
        string[] data = ["--data", _recordings.Data, "--task", Task, "--false-alarms-per-day", "500", "--out", _recordings.Out];
        var printed = ConsoleText.Of(() =>
        {
            TrainingCommands.Invoke(AnomalyCommand.Create(), [.. data, "--method", "pca"]);
            TrainingCommands.Invoke(AnomalyCommand.Create(), [.. data, "--method", "kmeans"]);
        });
        string[] bundles = [.. new[] { "pca", "kmeans" }.Select(method => Path.Combine(_recordings.Out, $"{Task}-{method}"))];

        var compared = HostComparisons.Compare(bundles[0], bundles[1], _recordings.Data, Task);
        var replayed = Replayed(bundles);

        // Two faults of each of two people; the gap makes two of one.
        Assert.All(compared.Models, model => Assert.Equal(5, model.Events!.Events));
        foreach (var (there, here) in compared.Models.Zip(replayed.Models))
        {
            Assert.Equal(Counts(there), Counts(here));
            Assert.Equal(there.Events!.PerGroup, here.Events!.PerGroup);
            Assert.Equal(there.RocAuc, here.RocAuc);
            Assert.Contains(Printed("events found", $"{there.Events.Found} of {there.Events.Events}"), printed, StringComparison.Ordinal);
            Assert.All(there.Events.PerGroup, group => Assert.Contains(
                Printed($"  {group.Group}: found, false alarms", $"{group.Found} of {group.Events}, {group.FalseAlarms}"),
                printed,
                StringComparison.Ordinal));
        }
    }

    private static string Printed(string name, string cell) => name.PadRight(34) + cell;

    private static (int, int, int, DelayFigures?, FalseAlarmFigures?) Counts(ModelSection model) =>
        (model.Events!.Events, model.Events.Found, model.Events.Missed, model.Events.DelayS, model.Events.FalseAlarms);

    /// <summary>As the runtime publishes answers, and the demo collects them.</summary>
    private ComparisonReport Replayed(string[] bundles)
    {
        var set = RecordingSet.Open(_recordings.Data, Task);
        using var opened = ReadyBundles.Open(bundles, TimeProvider.System);
        var run = new CollectedRun([.. opened.All.Select(bundle => bundle.Manifest.Name)]);
        var answers = WindowEvaluation.Run(
            set.TestShape,
            opened.Lanes,
            TestRecordings.Of(set).Select(recording => set.OpenSource(recording, Playback.Immediate)),
            TimeProvider.System,
            TestContext.Current.CancellationToken);
        run.Add(new ModelStateMessage
        {
            Schema = 1,
            Ts = 1,
            TsSynced = true,
            MonoMs = 1,
            Boot = "boot",
            Seq = 1,
            Models = [.. opened.Lanes.Select(lane => lane.Name)],
            ModelSha256 = [.. opened.Lanes.Select(lane => lane.Sha256)],
        });
        foreach (var (bundle, its) in opened.All.Zip(answers))
        {
            foreach (var answer in its)
                run.Add(Message(bundle, answer, set.Marks));
        }

        return ReportAssembly.Assemble(new ComparisonInput
        {
            Data = DataFacts.Read(set),
            Seed = 1,
            Device = MeasuringDevice.Read(),
            Source = ObservationSource.Replay,
            Created = DateTimeOffset.UnixEpoch,
            Command = "edgeinfer demo",
            Models = [.. opened.All.Select(bundle => bundle.Manifest)],
            ModelSha256 = opened.Lanes.ToLookup(lane => lane.Name, lane => lane.Sha256),
            Openings = new(1, 1, Look: 1, null),
            Observations = run.Observations,
            Mqtt = new(0, 0, 0, 0),
            GroupOfStream = set.Recordings.ToDictionary(recording => recording.Id, recording => recording.Group),
        });
    }

    private static InferenceMessage Message(ReadyBundle bundle, AnsweredWindow answer, FigureMarks marks) => new()
    {
        Schema = 1,
        Ts = 1,
        TsSynced = true,
        MonoMs = 1,
        Boot = "boot",
        Seq = 1,
        Stream = answer.Stream,
        Window = FormattableString.Invariant($"{answer.Stream}/{answer.StartNanoseconds}"),
        StartMs = answer.StartNanoseconds / 1_000_000,
        Segment = answer.Segment,
        Model = bundle.Manifest.Name,
        Label = bundle.Lane.Labels[answer.Label],
        Score = answer.Scores[0],
        Decision = bundle.Lane.Labels[answer.Decision],
        LatencyUs = answer.LatencyUs,
        FeaturesUs = answer.FeaturesUs,
        CpuUs = answer.CpuUs,
        Truth = bundle.Lane.Labels[answer.Truth],
        Scores = answer.Scores,
        Marks = bundle.Lane.Marks.With(marks).Words,
    };

    private static void AddTimes(string file, bool gap)
    {
        var rows = File.ReadAllLines(file);
        File.WriteAllLines(file, rows.Select((row, line) => line == 0
            ? $"t,{row}"
            : string.Create(
                CultureInfo.InvariantCulture, $"{(line - 1) / (double)RateHz + (gap && line > GapAfterRow ? GapSeconds : 0)},{row}")));
    }
}
