using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Numbers;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>
/// The JSON of every message: UTF-8, snake_case, no indentation, absent instead of null. Reading refuses a missing
/// or null required field, a field given twice and deep nesting; it skips fields that it does not know, so that an
/// older hub reads a newer device.
/// </summary>
internal static class MessageJson
{
    /// <summary>New at every call: a serialiser's context keeps its options for itself.</summary>
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = MessageLimits.MaxDepth,
        Converters = { new FloatConverter() },
    };
}
