using System.Globalization;
using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>The records as Markdown tables: what models are worth, and what making them cost.</summary>
internal static class SeedTable
{
    private const double Points = 100;

    public static void Print(IReadOnlyList<SeedRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine("| model | seeds | accuracy over groups | least and largest seed | of all windows | macro F1 | minus fp32, points | bytes | of fp32 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var record in records)
            Line(Worth(record));

        Console.WriteLine();
        Console.WriteLine("| model | CPU time, s | elapsed, s | largest memory, MiB | epochs |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var record in records)
        {
            if (record.Cost is { } cost)
                Line($"| {record.Model} | {Text(cost.CpuSeconds)} | {Text(cost.WallSeconds)} | {Text(cost.PeakMebibytes)} | {(cost.Epochs is { } epochs ? Text(epochs) : "")} |");
        }
    }

    private static FormattableString Worth(SeedRecord record)
    {
        var refused = string.Concat(record.Refusals.Select(refusal => $"; {refusal}"));
        return record.Figures is { } figures
            ? (FormattableString)$"| {record.Model} | {figures.Seeds}{refused} | {figures.Accuracy.Mean:0.000} | {figures.Accuracy.Least:0.000} to {figures.Accuracy.Largest:0.000} | {figures.Pooled.Mean:0.000} | {figures.MacroF1.Mean:0.000} | {Text(figures.MinusFp32)} | {figures.Bytes.Mean:N0} | {figures.BytesOfFp32:0.000} |"
            : $"| {record.Model} | 0{refused} | | | | | | | |";
    }

    private static string Text(PairedDifference? difference) => difference switch
    {
        null => "",
        { Interval95: { } interval } => Invariant($"{Points * difference.Mean:+0.00;-0.00} [{Points * interval.Low:+0.00;-0.00}, {Points * interval.High:+0.00;-0.00}]"),
        _ => Invariant($"{Points * difference.Mean:+0.00;-0.00}"),
    };

    private static string Text(Averaged figure) => figure.Least == figure.Largest
        ? Invariant($"{figure.Mean:0}")
        : Invariant($"{figure.Mean:0} ({figure.Least:0} to {figure.Largest:0})");

    private static void Line(FormattableString line) => Console.WriteLine(Invariant(line));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
