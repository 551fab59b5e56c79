using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Cli.Reporting;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Marks;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Serving.Opening;
using Spectre.Console;

namespace EdgeInfer.Cli.Demo;

/// <summary>Makes the comparison and puts it on the console and into files.</summary>
/// <param name="data">Recordings, before one of several test sides is chosen.</param>
/// <param name="options">Of the demo.</param>
/// <param name="folds">One a test side.</param>
internal sealed class DemoReport(DemoData data, DemoOptions options, IReadOnlyList<DemoFold> folds)
{
    public void Write()
    {
        var report = ReportAssembly.Assemble(Input());
        Print(report);
        new ReportFolder(DemoFolder.Root, options.Json).Write(report);
    }

    private IEnumerable<Bundle> Bundles => folds.SelectMany(fold => fold.Bundles);

    private SequenceCounts Counts => folds.Aggregate(default(SequenceCounts), (sum, fold) => sum + fold.Counts);

    private static void Print(ComparisonReport report)
    {
        var summary = SummaryTable.Of(report);
        TextTable.Write(new Table().Title(Markup.Escape(summary.Title)), summary.Columns, summary.Rows);
        foreach (var note in summary.Notes)
            Console.WriteLine(note);
        Console.WriteLine($"verdict: {report.Verdict}");
    }

    private ComparisonInput Input() => new()
    {
        Data = DataFacts.Read(data.Set),
        Seed = options.Seed,
        Device = folds[0].Run.Device!,
        Source = ObservationSource.Replay,
        Created = TimeProvider.System.GetUtcNow(),
        Command = Command(),
        Models = [.. folds[0].Bundles.Select(b => b.Manifest)],
        // The trainings and the replay have opened it under the same run: this asks for the count.
        Openings = OpeningLedger.Record(
            data.Set, "demo", Bundles.Select(b => b.Sha256), OpeningRun.OfProcess, TimeProvider.System),
        ModelSha256 = Bundles.ToLookup(b => b.Manifest.Name, b => b.Sha256),
        JudgedMarks = folds
            .SelectMany(fold => fold.Bundles.Select(b => (b.Manifest, fold.Data.Set.JudgedSide)))
            .GroupBy(judged => judged.Manifest.Name)
            .ToDictionary(
                model => model.Key,
                model => model.Aggregate(
                    default(FigureMarks),
                    (marks, judged) => marks.With(LearntOrigin.Judge(judged.Manifest, judged.Manifest.Name, judged.JudgedSide)))),
        Observations = [.. folds.SelectMany(fold => fold.Run.Observations)],
        NonFiniteWindows = folds.SelectMany(fold => fold.Run.NonFiniteWindows)
            .GroupBy(model => model.Key)
            .ToDictionary(model => model.Key, model => model.Sum(fold => fold.Value)),
        Mqtt = new MessageCounts(Counts.Published, Counts.Received, Counts.Lost, Counts.Duplicates),
        GroupOfStream = data.Set.Recordings.ToDictionary(r => r.Id, r => r.Group),
    };

    /// <summary>Where the demo brings the data, its folder is named by the task alone.</summary>
    private string Command() => RecordedCommand.Of(
    [
        "edgeinfer", "demo",
        .. options.Data is null ? data.Arguments.Skip(2) : data.Arguments,
        "--seed", options.Seed.ToString(CultureInfo.InvariantCulture),
        .. options.Quick ? ["--quick"] : (string[])[],
    ]);
}
