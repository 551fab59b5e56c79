using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Names in lower case with underscores; numbers are refused.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
