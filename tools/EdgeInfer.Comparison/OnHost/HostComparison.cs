using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Comparison.OnHost;

/// <summary>Bundles against each other on the test side of a data set, through the device's pipeline in this process.</summary>
/// <param name="set">The data set.</param>
/// <param name="seed">Seed of every random choice.</param>
/// <param name="margin">Largest difference that counts as none, stated beforehand, 0 to 1.</param>
/// <param name="command">Command that makes the report, for whoever repeats it.</param>
/// <param name="layers">Compares networks of the same layers.</param>
public sealed class HostComparison(RecordingSet set, int seed, double margin, string command, ILayerComparison layers)
{
    /// <param name="first">Bundle, the reference.</param>
    /// <param name="second">Bundle.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="InvalidInputException">
    /// A bundle can't be read, is not of the recordings' task, or has learnt a test group; or nothing tells the two apart.
    /// </exception>
    public async Task<ComparisonReport> CompareAsync(string first, string second, CancellationToken stop)
    {
        var recordings = TestRecordings.Of(set);
        using var ready = ReadyBundles.Open([first, second], TimeProvider.System);
        var marks = ready.All.Select(Judge).ToArray();
        var opened = OpeningLedger.Record(
            set, "compare", ready.Lanes.Select(lane => lane.Sha256), OpeningRun.OfProcess, TimeProvider.System);
        var models = DistinctNames.Of(ready.All);
        var windows = TestWindows.Read(set, recordings);
        var observations = windows.Answer(ready.All, models, stop);
        var input = new ComparisonInput
        {
            Data = DataFacts.Read(set),
            Seed = seed,
            Margin = margin,
            Device = MeasuringDevice.Read(),
            Source = ObservationSource.HostPipeline,
            Created = TimeProvider.System.GetUtcNow(),
            Command = command,
            Models = models,
            Openings = opened,
            JudgedMarks = models.Zip(marks).ToDictionary(pair => pair.First.Name, pair => pair.Second),
            ModelSha256 = models.Zip(ready.Lanes).ToLookup(pair => pair.First.Name, pair => pair.Second.Sha256),
            Headline = (models[0].Name, models[1].Name),
            Observations = observations,
            NonFiniteWindows = models.Zip(ready.Lanes)
                .ToDictionary(pair => pair.First.Name, pair => pair.Second.Statistics.NonFiniteWindows),
            Mqtt = null,
            GroupOfStream = set.Recordings.ToDictionary(recording => recording.Id, recording => recording.Group),
            CpuRatios = windows.Time(ready.Lanes, models, seed),
            Layers = HaveLayersInCommon(models) ? await layers.CompareAsync(first, second, stop).ConfigureAwait(false) : [],
        };
        return RequireGroups(ReportAssembly.Assemble(input));
    }

    private FigureMarks Judge(ReadyBundle bundle)
    {
        Agreement.Check(bundle.Manifest, bundle.Path, set.Dataset.Name, set.LabelNames, set.TestShape);
        return LearntOrigin.Judge(bundle.Manifest, bundle.Path, set.JudgedSide);
    }

    private ComparisonReport RequireGroups(ComparisonReport report) =>
        set.Dataset.Task == TaskKind.Anomaly && report.Comparison!.Groups == 0
            ? throw new InvalidInputException(
                set.Directory, "no test group holds normal and anomalous windows, so nothing tells detectors apart")
            : report;

    /// <summary>Detectors of different families share names of tensors, no layers.</summary>
    private static bool HaveLayersInCommon(IReadOnlyList<Manifest> models) =>
        models.All(model => model.Engine.HasLayers)
        && models[0].Preprocessing.Id == models[1].Preprocessing.Id
        && (models[0].Task.Kind != TaskKind.Anomaly || models[0].Family == models[1].Family);
}
