using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Names only: a number standing for an enum member is refused.</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
