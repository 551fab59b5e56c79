using System.Text.Json.Serialization;

namespace EdgeInfer.Runtime.Explanations;

/// <summary>An explanation for programs: snake_case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(WindowExplanation))]
internal sealed partial class ExplanationJson : JsonSerializerContext;
