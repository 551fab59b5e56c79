using EdgeInfer.Comparison.Reports;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Console;

/// <summary>The tensors that drift apart most, as rows of text for a terminal.</summary>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">One a tensor, a cell a column.</param>
/// <param name="Note">Line below the table.</param>
public sealed record LayerSummary(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Note)
{
    private const int Worst = 8;

    /// <returns>Null where the two share no layers.</returns>
    public static LayerSummary? Of(ComparisonReport report) => report.Layers.Count == 0
        ? null
        : new(
            ["tensor", "operator", "signal to noise, dB", "largest difference"],
            [.. report.Layers.Take(Worst).Select(Row)],
            Invariant($"worst {Math.Min(Worst, report.Layers.Count)} of {report.Layers.Count} tensors"));

    private static string[] Row(LayerDifference layer) =>
    [
        layer.Tensor,
        layer.OpType,
        layer.SignalToNoiseDecibels is { } decibels ? Invariant($"{decibels:F1}") : "equal",
        Invariant($"{layer.LargestDifference:G3}"),
    ];
}
