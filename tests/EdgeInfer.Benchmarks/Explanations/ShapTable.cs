using System.Globalization;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>The records as lines of a Markdown table.</summary>
internal static class ShapTable
{
    public static void Print(IEnumerable<ShapRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| trees x leaves | ours, us | LightGBM, us | LightGBM / ours | spread | recursion in C# / ours | spread | "
            + "largest relative difference | ours allocates, bytes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var record in records)
            Console.WriteLine(Line(record));
    }

    private static string Spread(double? low, double? high) => string.Create(CultureInfo.InvariantCulture, $"{low:0.0} to {high:0.0}");

    private static string Line(ShapRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {record.Case} | {record.NsMedian / 1e3:0.0} | {record.LightgbmNs / 1e3:0.0} | {record.Ratio:0.0} | "
        + $"{(record.Ratio is null ? "" : Spread(record.RatioP10, record.RatioP90))} | "
        + $"{record.RecursionRatio:0.0} | {Spread(record.RecursionRatioP10, record.RecursionRatioP90)} | "
        + $"{record.LargestRelativeDifference:0.0e0} | {record.AllocatedBytes:0} |");
}
