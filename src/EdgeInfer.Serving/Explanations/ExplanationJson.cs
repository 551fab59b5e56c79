using System.Text.Json.Serialization;

namespace EdgeInfer.Serving.Explanations;

/// <summary>Explanations for programs: snake_case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(WindowExplanation))]
[JsonSerializable(typeof(OcclusionExplanation))]
internal sealed partial class ExplanationJson : JsonSerializerContext;
