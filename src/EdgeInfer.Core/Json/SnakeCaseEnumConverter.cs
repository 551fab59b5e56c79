using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeInfer.Core.Json;

/// <summary>Names in lower case with underscores, as in all our files: a number standing for an enum member is refused.</summary>
public sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
