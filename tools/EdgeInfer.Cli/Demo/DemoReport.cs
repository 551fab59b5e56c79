using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Cli.Reporting;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Serving.Opening;
using Spectre.Console;

namespace EdgeInfer.Cli.Demo;

/// <summary>Makes the comparison and puts it on the console and into files.</summary>
internal sealed class DemoReport(
    DemoData data, DemoOptions options, IReadOnlyList<Bundle> bundles, CollectedRun run, SequenceCounts counts)
{
    public void Write()
    {
        var report = ReportAssembly.Assemble(Input());
        Print(report);
        new ReportFolder(DemoFolder.Root, options.Json).Write(report);
    }

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
        Device = run.Device!,
        Source = ObservationSource.Replay,
        Created = TimeProvider.System.GetUtcNow(),
        Command = Command(),
        Models = [.. bundles.Select(b => b.Manifest)],
        // The trainings and the replay have opened it under the same run: this asks for the count.
        Openings = OpeningLedger.Record(
            data.Set, "demo", bundles.Select(b => b.Sha256), OpeningRun.OfProcess, TimeProvider.System),
        ModelSha256 = bundles.ToLookup(b => b.Manifest.Name, b => b.Sha256),
        JudgedMarks = bundles.ToDictionary(
            b => b.Manifest.Name, b => LearntOrigin.Judge(b.Manifest, b.Manifest.Name, data.Set.JudgedSide)),
        Observations = run.Observations,
        NonFiniteWindows = run.NonFiniteWindows,
        Mqtt = new MessageCounts(counts.Published, counts.Received, counts.Lost, counts.Duplicates),
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
