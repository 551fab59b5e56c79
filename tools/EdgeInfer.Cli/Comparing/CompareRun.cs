using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Cli.Processes;
using EdgeInfer.Cli.Reporting;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Files;
using EdgeInfer.Comparison.OnHost;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using Spectre.Console;

namespace EdgeInfer.Cli.Comparing;

/// <summary>Compares, prints, and writes the report.</summary>
internal static class CompareRun
{
    /// <exception cref="InvalidInputException">A bundle, the recordings or a place to write to is wrong.</exception>
    public static async Task<int> RunAsync(CompareOptions options, CancellationToken stop)
    {
        if (options.Json is { } json)
            ReportFile.Require("--json", json, options.First, options.Second);
        var folder = new ReportFolder(options.Folder, options.Json);
        folder.Require("--out", options.First, options.Second);
        var set = RecordingSet.Open(options.Data, options.Task, options.Split);
        var comparison = new HostComparison(set, options.Seed, options.Margin, Command(options), new TrainerLayers(options.DataArguments));
        try
        {
            var report = await comparison.CompareAsync(options.First, options.Second, stop).ConfigureAwait(false);
            Print(report);
            folder.Write(report);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static void Print(ComparisonReport report)
    {
        var pair = PairTable.Of(report);
        TextTable.Write(new Table().Border(TableBorder.Ascii2), pair.Columns, pair.Rows);
        foreach (var note in pair.Notes)
            Console.WriteLine(note);
        if (LayerSummary.Of(report) is { } layers)
        {
            TextTable.Write(new Table().Border(TableBorder.Ascii2), layers.Columns, layers.Rows);
            Console.WriteLine(layers.Note);
        }

        Console.WriteLine($"verdict: {report.Verdict}");
    }

    private static string Command(CompareOptions options) => RecordedCommand.Of(
    [
        "edgeinfer", "compare", options.First, options.Second, .. options.DataArguments,
        "--seed", options.Seed.ToString(CultureInfo.InvariantCulture), .. PointsOption.Repeat(options.Margin),
    ]);
}
