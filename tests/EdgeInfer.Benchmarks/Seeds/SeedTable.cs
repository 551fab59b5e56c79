using EdgeInfer.Benchmarks.Harness;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>The records as Markdown tables: what models are worth, and what making them cost.</summary>
internal static class SeedTable
{
    public static void Print(IReadOnlyList<SeedRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| model | seeds | accuracy over groups | least and largest seed | of all windows | "
            + "macro F1 | minus fp32, points | bytes | of fp32 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var record in records)
            Console.WriteLine(Worth(record));

        Console.WriteLine();
        Console.WriteLine("| model | CPU time, s | elapsed, s | largest memory, MiB | epochs |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var record in records)
        {
            if (record.Cost is { } cost)
                Console.WriteLine(
                    Invariant($"| {record.Model} | {Text(cost.CpuSeconds)} | {Text(cost.WallSeconds)} | {Text(cost.PeakMebibytes)} | ")
                    + Invariant($"{(cost.Epochs is { } epochs ? Text(epochs) : "")} |"));
        }
    }

    private static string Worth(SeedRecord record)
    {
        var refused = string.Concat(record.Refusals.Select(refusal => $"; {refusal}"));
        return record.Figures is { } figures
            ? Invariant($"| {record.Model} | {figures.Seeds}{refused} | {figures.Accuracy.Mean:0.000} | ")
                + Invariant($"{figures.Accuracy.Least:0.000} to {figures.Accuracy.Largest:0.000} | {figures.Pooled.Mean:0.000} | ")
                + Invariant($"{figures.MacroF1.Mean:0.000} | {PointsText.Of(figures.MinusFp32)} | ")
                + Invariant($"{figures.Bytes.Mean:N0} | {figures.BytesOfFp32:0.000} |")
            : Invariant($"| {record.Model} | 0{refused} | | | | | | | |");
    }

    private static string Text(Averaged figure) => figure.Least == figure.Largest
        ? Invariant($"{figure.Mean:0}")
        : Invariant($"{figure.Mean:0} ({figure.Least:0} to {figure.Largest:0})");
}
