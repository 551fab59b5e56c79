using System.Text.Json.Serialization;
using EdgeInfer.Runtime.Explanations.Deletion;
using EdgeInfer.Runtime.Explanations.Occlusion;

namespace EdgeInfer.Runtime.Explanations;

/// <summary>Explanations and their test for programs: snake_case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(WindowExplanation))]
[JsonSerializable(typeof(OcclusionExplanation))]
[JsonSerializable(typeof(DeletionReport))]
internal sealed partial class ExplanationJson : JsonSerializerContext;
