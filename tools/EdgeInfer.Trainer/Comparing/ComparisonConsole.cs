using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Quantization;
using Spectre.Console;

namespace EdgeInfer.Trainer.Comparing;

/// <summary>What a person reads of a comparison.</summary>
internal static class ComparisonConsole
{
    private const int WorstLayers = 8;

    public static void Write(BundleComparison comparison)
    {
        var figure = comparison.Accuracy is null ? "ROC-AUC" : "accuracy";
        var table = new Table().Border(TableBorder.Ascii2).AddColumns("bundle", figure, "model bytes", "CPU time, ratio");
        foreach (var model in new[] { comparison.First, comparison.Second })
            table.AddRow(
                model.Name,
                Markup.Escape(EstimateText.Of(model.Accuracy ?? model.Events!.RocAuc!)),
                Text($"{model.ModelBytes}"),
                Markup.Escape(Ratio(model.Latency)));
        AnsiConsole.Write(table);
        var paired = comparison.Accuracy ?? comparison.RocAuc!;
        var interval = paired.Interval95 is { } known
            ? Text($" [{known.Low:+0.0000;-0.0000;0.0000}, {known.High:+0.0000;-0.0000;0.0000}]")
            : ", no interval from one group";
        var marks = FigureMarks.Suffix(comparison.Simulated, comparison.Quick, comparison.Leaky);
        Console.WriteLine(
            Text($"{figure} of {comparison.First.Name} minus {comparison.Second.Name}: {paired.Mean:+0.0000;-0.0000;0.0000}{interval}, ")
            + Text($"paired over {paired.Groups} test groups{marks}"));
        foreach (var model in new[] { comparison.First, comparison.Second }.Where(model => model.Events is not null))
            Console.WriteLine(EventLine.Of(model.Name, model.Events!));
        WriteLayers(comparison.Layers);
    }

    public static void WriteLayers(IReadOnlyList<TensorError> layers)
    {
        if (layers.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Ascii2).AddColumns("tensor", "operator", "signal to noise, dB", "largest difference");
        foreach (var layer in layers.Take(WorstLayers))
            table.AddRow(
                Markup.Escape(layer.Tensor),
                layer.OpType,
                layer.SignalToNoiseDecibels is { } decibels ? Text($"{decibels:F1}") : "equal",
                Text($"{layer.LargestDifference:G3}"));
        AnsiConsole.Write(table);
        Console.WriteLine(Text($"worst {Math.Min(WorstLayers, layers.Count)} of {layers.Count} tensors"));
    }

    public static string Ratio(LatencyRatio ratio) => Text($"{ratio.Median:F2} [{ratio.Low:F2}, {ratio.High:F2}]");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
