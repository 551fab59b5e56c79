using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>The records as a Markdown table, both sessions of a file in one row.</summary>
internal static class ConventionTable
{
    public static void Print(IReadOnlyList<ConventionRecord> records)
    {
        Console.WriteLine();
        Console.WriteLine(
            "| quantised | accuracy | minus fp32, points | other labels | default session: minus fp32 | other labels | bytes | "
            + "float operators | CPU time / ours, spread | default session, spread |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var file in records.GroupBy(record => record.Quantized))
            Console.WriteLine(Line(file.Single(record => record.Exact), file.SingleOrDefault(record => !record.Exact)));
    }

    private static string Line(ConventionRecord exact, ConventionRecord? byDefault) =>
        FormattableString.Invariant($"| {exact.Quantized} | {exact.Accuracy.Value:0.000} | {PointsText.Of(exact.MinusFp32)} | ")
        + FormattableString.Invariant($"{exact.OtherLabels} | {PointsText.Of(byDefault?.MinusFp32)} | {byDefault?.OtherLabels} | ")
        + FormattableString.Invariant($"{exact.Bytes:N0} | {Operators(exact)} | {Text(exact.OverOurs)} | ")
        + FormattableString.Invariant($"{(byDefault is null ? "" : Text(byDefault.OverOurs))} |");

    private static string Operators(ConventionRecord record) =>
        record.Quantized == QuantizedFile.Fp32 ? "all" : string.Join(", ", record.FloatOperators);

    private static string Text(Spread ratio) => FormattableString.Invariant($"{ratio.Median:0.00} ({ratio.P10:0.00} to {ratio.P90:0.00})");
}
