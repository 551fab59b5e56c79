using System.Globalization;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>The records as lines of a Markdown table.</summary>
internal static class FeatureTable
{
    public static void Print(IEnumerable<FeatureRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| case | ours, ns | MathNet, ns | MathNet / ours | spread | largest relative difference | ours allocates, bytes |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var record in records)
            Console.WriteLine(Line(record));
    }

    private static string Line(FeatureRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {record.Case} | {record.OursNs:0} | {record.MathnetNs:0} | {record.Ratio:0.0} | "
        + $"{record.RatioP10:0.0} to {record.RatioP90:0.0} | {record.LargestRelativeDifference:0.0e0} | {record.AllocatedBytes:0} |");
}
