using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdgeInfer.Comparison.Reports;

/// <summary><c>report.json</c>: snake case, absent values as null, indented.</summary>
public static class JsonReport
{
    // The file is read by JSON parsers, never pasted into HTML: units and apostrophes may stay readable.
    private static readonly ReportJson Context = new(new JsonSerializerOptions(ReportJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>UTF-8 with a closing line feed.</summary>
    public static byte[] Serialize(ComparisonReport report) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(report, Context.ComparisonReport), (byte)'\n'];

    /// <param name="utf8">A list of layers as the trainer writes it.</param>
    public static IReadOnlyList<LayerDifference> ReadLayers(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Context.Layers) ?? [];
}
