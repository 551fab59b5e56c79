using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages;

/// <summary>
/// The JSON of every message: UTF-8, snake_case, no indentation, absent instead of null. Reading refuses a missing
/// or null required field, a field given twice and deep nesting; it skips fields that it does not know, so that an
/// older hub reads a newer device.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = MessageLimits.MaxDepth)]
[JsonSerializable(typeof(InfoMessage))]
[JsonSerializable(typeof(ModelStateMessage))]
[JsonSerializable(typeof(TelemetryMessage))]
[JsonSerializable(typeof(InferenceMessage))]
[JsonSerializable(typeof(ComparisonMessage))]
public sealed partial class TelemetryJson : JsonSerializerContext;
