using System.Text.Json.Serialization;

namespace EdgeInfer.Comparison.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ComparisonReport))]
[JsonSerializable(typeof(IReadOnlyList<LayerDifference>), TypeInfoPropertyName = "Layers")]
internal sealed partial class ReportJson : JsonSerializerContext;
