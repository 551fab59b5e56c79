using System.Globalization;
using System.Text;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Files;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Manifests;
using Spectre.Console;

namespace EdgeInfer.Cli.Demo;

/// <summary>Makes the comparison and puts it on the console and into files.</summary>
internal sealed class DemoReport(
    DemoData data, DemoOptions options, IReadOnlyList<Bundle> bundles, ReplayProgress progress, SequenceCounts counts)
{
    /// <summary>Wide enough that no cell of the table is broken over lines.</summary>
    private const int WidthOfRedirected = 220;

    public void Write()
    {
        var report = ReportAssembly.Assemble(Input());
        Print(report);
        var json = JsonReport.Serialize(report);
        ReportFile.Write(DemoFolder.ReportJson, json);
        ReportFile.Write(DemoFolder.ReportHtml, Encoding.UTF8.GetBytes(HtmlReport.Render(report)));
        Console.WriteLine($"report: {DemoFolder.ReportHtml}, {DemoFolder.ReportJson}");
        if (options.Json is { } file)
            ReportFile.Write(file, json);
    }

    private static void Print(ComparisonReport report)
    {
        var summary = SummaryTable.Of(report);
        var table = new Table().Title(Markup.Escape(summary.Title));
        table.AddColumns([.. summary.Columns.Select(Markup.Escape)]);
        foreach (var row in summary.Rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfRedirected;
            // Some build servers make Spectre write escapes even into a file.
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        AnsiConsole.Write(table);
        foreach (var note in summary.Notes)
            Console.WriteLine(note);
        Console.WriteLine($"verdict: {report.Verdict}");
    }

    private ComparisonInput Input() => new()
    {
        Data = Facts(),
        Seed = options.Seed,
        Machine = MachineInfo.Read(),
        Host = progress.Host!,
        Created = TimeProvider.System.GetUtcNow(),
        Command = Command(),
        Models = [.. bundles.Select(b => b.Manifest)],
        Observations = progress.Observations,
        Mqtt = new MessageCounts(counts.Published, counts.Received, counts.Lost, counts.Duplicates),
        GroupOfStream = data.Set.Recordings.ToDictionary(r => r.Id, r => r.Group),
    };

    private DataFacts Facts()
    {
        var (set, dataset) = (data.Set, data.Set.Dataset);
        return new DataFacts(
            dataset.Name, dataset.Name, dataset.Simulated, dataset.Licence, dataset.Attribution,
            set.Split.Name, set.Split.Leaky, set.DataSha256, set.SplitSha256, dataset.GroupNoun);
    }

    /// <summary>Where the demo brings the data, its folder is named by the task alone.</summary>
    private string Command() => RecordedCommand.Of(
    [
        "edgeinfer", "demo",
        .. options.Data is null ? data.Arguments.Skip(2) : data.Arguments,
        "--seed", options.Seed.ToString(CultureInfo.InvariantCulture),
        .. options.Quick ? ["--quick"] : (string[])[],
    ]);
}
