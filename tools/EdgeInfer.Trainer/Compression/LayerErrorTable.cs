using System.Globalization;
using EdgeInfer.Trainer.Quantization;
using Spectre.Console;

namespace EdgeInfer.Trainer.Compression;

/// <summary>The tensors that a compression moved most, as a person reads them.</summary>
internal static class LayerErrorTable
{
    private const int Worst = 8;

    public static void Write(IReadOnlyList<TensorError> layers)
    {
        if (layers.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Ascii2).AddColumns("tensor", "operator", "signal to noise, dB", "largest difference");
        foreach (var layer in layers.Take(Worst))
            table.AddRow(
                Markup.Escape(layer.Tensor),
                layer.OpType,
                layer.SignalToNoiseDecibels is { } decibels ? Text($"{decibels:F1}") : "equal",
                Text($"{layer.LargestDifference:G3}"));
        AnsiConsole.Write(table);
        Console.WriteLine(Text($"worst {Math.Min(Worst, layers.Count)} of {layers.Count} tensors"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
