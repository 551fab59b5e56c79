using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>The records as a Markdown table.</summary>
internal static class ConventionTable
{
    public static void Print(IReadOnlyList<ConventionRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine("| quantised | session | accuracy | minus fp32, points | other labels | bytes | float operators | CPU time / ours |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var record in records)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"| {record.Quantized} | {(record.Exact ? "exact" : "default")} | {record.Accuracy.Value:0.000} | {PointsText.Of(record.MinusFp32)} | {record.OtherLabels} of {record.Windows} | {record.Bytes:N0} | {(record.MinusFp32 is null ? "all" : string.Join(", ", record.FloatOperators))} | {record.OverOurs.Median:0.00} ({record.OverOurs.Low:0.00} to {record.OverOurs.High:0.00}) |"));
        }
    }
}
