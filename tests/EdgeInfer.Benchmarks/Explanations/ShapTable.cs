using System.Globalization;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>The records as lines of a Markdown table.</summary>
internal static class ShapTable
{
    public static void Print(IEnumerable<ShapRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine("| trees x leaves | ours, us | LightGBM, us | LightGBM / ours | spread | recursion in C# / ours | spread | largest relative difference | ours allocates, bytes |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var record in records)
            Console.WriteLine(Line(record));
    }

    private static string Line(ShapRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {record.Case} | {record.NsMedian / 1e3:0.0} | {record.LightgbmNs / 1e3:0.0} | {record.Ratio:0.0} | {record.RatioLow:0.0} to {record.RatioHigh:0.0} | {record.RecursionRatio:0.0} | {record.RecursionRatioLow:0.0} to {record.RecursionRatioHigh:0.0} | {record.LargestRelativeDifference:0.0e0} | {record.AllocatedBytes:0} |");
}
