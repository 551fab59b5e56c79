using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>The report of a deletion test for programs: snake_case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(DeletionReport))]
public sealed partial class DeletionJson : JsonSerializerContext
{
    public static string Of(DeletionReport report) => JsonSerializer.Serialize(report, Default.DeletionReport);
}
