using System.Globalization;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Export;
using Spectre.Console;

namespace EdgeInfer.Trainer.Compression;

/// <summary>What a person reads of a compression.</summary>
internal static class CompressionConsole
{
    public static void Write(CompressionResult result)
    {
        var table = new Table().Border(TableBorder.Ascii2).AddColumns("steps", result.Tried[0].RocAuc is null ? "accuracy" : "ROC-AUC", "minus original", "bytes", "of original", "MACs", "CPU time, ratio", "best", "gate");
        var original = result.Tried[0];
        foreach (var one in result.Tried)
        {
            table.AddRow(
                Markup.Escape(one.Steps),
                Markup.Escape(one.Figure is { } figure ? EstimateText.Of(figure) : "not known"),
                Markup.Escape(one.Difference is { } difference ? Of(difference) : ""),
                Text($"{one.ModelBytes}"),
                Text($"{(double)one.ModelBytes / original.ModelBytes:F2}"),
                Text($"{one.MultiplyAccumulates}"),
                Markup.Escape(ComparisonConsole.Ratio(one.Latency)),
                one.ParetoOptimal ? "yes" : "no",
                Gate(one));
        }

        AnsiConsole.Write(table);
        if (FigureMarks.Suffix(result.Simulated, result.Quick, result.Leaky) is { Length: > 0 } marks)
            Console.WriteLine($"figures above:{marks}");
        if (result.FindExported() is not null)
            WriteChoice(result);
        ComparisonConsole.WriteLayers(result.Layers);
    }

    private static void WriteChoice(CompressionResult result)
    {
        foreach (var one in result.Tried.Where(one => one.Refusal is not null))
            Console.WriteLine($"not exported: {one.Steps}: {one.Refusal}");
        Console.WriteLine($"exported: {result.LayersOf}");
    }

    private static string Gate(TriedNetwork one) => one switch
    {
        { Exported: true } => "exported",
        { Refusal: not null } => "fails",
        { Difference: not null, Format: CompressedNetwork.Integers } => "passes",
        _ => "",
    };

    private static string Of(PairedDifference difference) => difference.Interval95 is { } interval
        ? Text($"{difference.Mean:+0.0000;-0.0000;0.0000} [{interval.Low:+0.0000;-0.0000;0.0000}, {interval.High:+0.0000;-0.0000;0.0000}]")
        : Text($"{difference.Mean:+0.0000;-0.0000;0.0000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
