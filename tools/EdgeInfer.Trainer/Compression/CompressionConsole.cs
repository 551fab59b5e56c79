using System.Globalization;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Trainer.Evaluation;
using Spectre.Console;

namespace EdgeInfer.Trainer.Compression;

/// <summary>What a person reads of a compression.</summary>
internal static class CompressionConsole
{
    private const double Usual = 0.95;

    public static void Write(CompressionResult result)
    {
        var table = new Table().Border(TableBorder.Ascii2).AddColumns(
            "steps", result.Tried[0].RocAuc is null ? "accuracy" : "ROC-AUC", "minus original", "bytes", "of original", "MACs",
            "CPU time, ratio", "best", "gate");
        var original = result.Tried[0];
        foreach (var one in result.Tried)
        {
            table.AddRow(
                Markup.Escape(one.Steps),
                Markup.Escape(one.Figure is { } figure ? EstimateText.Of(figure) : "not known"),
                Markup.Escape(one.Difference is { } difference ? Of(difference, one.Gate?.Interval ?? difference.Interval95) : ""),
                Text($"{one.ModelBytes}"),
                Text($"{(double)one.ModelBytes / original.ModelBytes:F2}"),
                Text($"{one.MultiplyAccumulates}"),
                Markup.Escape(Text($"{one.Latency.Median:F2}, spread {one.Latency.BlocksP5:F2} to {one.Latency.BlocksP95:F2}")),
                one.ParetoOptimal ? "yes" : "no",
                Gate(one));
        }

        AnsiConsole.Write(table);
        Console.WriteLine(Text(
            $"CPU time: closed loop, each alone in {original.Latency.Blocks} blocks; spread is the 5th to the 95th percentile of blocks"));
        if (result.Marks.Count > 0)
            Console.WriteLine($"figures above: {string.Join("; ", result.Marks)}");
        if (result.FindExported() is not null)
            WriteChoice(result);
        LayerErrorTable.Write(result.Layers);
    }

    private static void WriteChoice(CompressionResult result)
    {
        var exported = result.Tried.Single(one => one.Exported);
        foreach (var one in result.Tried.Where(one => one is { Gate: not null, Exported: false }))
            Console.WriteLine($"not exported: {one.Steps}: {one.Gate!.Refusal ?? $"passes, but is not smaller than {exported.Steps}"}");
        Console.WriteLine(exported.ModelBytes < result.Tried[0].ModelBytes
            ? $"exported: {exported.Steps}"
            : $"exported: {exported.Steps}, though its file is no smaller than the original");
        if (exported.Gate is { Confidence: > Usual } gate)
            Console.WriteLine(
                Text($"differences of int8 above: {gate.Confidence * 100:0.##} % intervals, for one of several is exported; others 95 %"));
    }

    private static string Gate(CompressionRow one) => one switch
    {
        { Exported: true } => "exported",
        { Gate.Passes: true } => "passes",
        { Gate: not null } => "fails",
        _ => "",
    };

    private static string Of(PairedDifference difference, Interval? shown) => shown is { } interval
        ? Text($"{difference.Mean:+0.0000;-0.0000;0.0000} [{interval.Low:+0.0000;-0.0000;0.0000}, {interval.High:+0.0000;-0.0000;0.0000}]")
        : Text($"{difference.Mean:+0.0000;-0.0000;0.0000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
