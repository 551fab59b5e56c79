using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>
/// A payload as JSON Schema: types from the serialiser, bounds from the rules, words from the sources, units from the names.
/// </summary>
internal static class PayloadSchema
{
    private static readonly (string Suffix, string Unit)[] Units =
        [("us", "us"), ("ms", "ms"), ("per_s", "1/s"), ("s", "s"), ("bytes", "B"), ("w", "W"), ("mj", "mJ"), ("deg", "deg")];

    public static JsonObject Of(PayloadDescription payload)
    {
        if (payload.Json is null)
            return new() { ["type"] = "string", ["enum"] = Texts(payload.Texts) };
        var properties = new JsonObject();
        foreach (var field in payload.Json.Properties)
            properties[field.Name] = Field(payload, field);
        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Texts(payload.Json.Properties.Where(field => field.IsRequired).Select(field => field.Name)),
        };
    }

    /// <summary>The words of a field's documentation.</summary>
    public static string Describe(PayloadDescription payload, string field) => XmlDocumentation.Of(
        payload.Message.GetProperties().Single(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name) == field));

    private static JsonObject Field(PayloadDescription payload, JsonPropertyInfo field)
    {
        var schema = TypeOf(field.PropertyType);
        var bounds = payload.Bounds.FirstOrDefault(rule => rule.Field == field.Name && rule.Bounds is not null).Bounds ?? new FieldBounds();
        if (bounds.Constant is { } constant)
            schema["const"] = constant;
        if (bounds.Minimum is { } minimum)
            schema["minimum"] = minimum;
        if (bounds.Values is { } values)
            (schema["items"] as JsonObject ?? schema)["enum"] = Texts(values);
        schema["description"] = Describe(payload, field.Name);
        if (UnitOf(field.Name) is { } unit)
            schema["x-unit"] = unit;
        return schema;
    }

    private static string? UnitOf(string field) =>
        field == "ts" ? "ms since 1970-01-01 UTC"
        : Units.FirstOrDefault(unit => field.EndsWith($"_{unit.Suffix}", StringComparison.Ordinal)).Unit;

    private static JsonObject TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(int) => new() { ["type"] = "integer" },
        var t when t == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
        var t when t == typeof(double) => new() { ["type"] = "number" },
        var t when t == typeof(float) => new() { ["type"] = "number", ["format"] = "float" },
        var t when t == typeof(bool) => new() { ["type"] = "boolean" },
        var t when t == typeof(string) => new() { ["type"] = "string" },
        var t when t == typeof(JsonElement) => new() { ["type"] = "object" },
        { IsEnum: true } t => new()
        {
            ["type"] = "string", ["enum"] = Texts(Enum.GetNames(t).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)),
        },
        { IsGenericType: true } t when t.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            new() { ["type"] = "array", ["items"] = TypeOf(t.GetGenericArguments()[0]) },
        var t => throw new NotSupportedException($"no JSON Schema type for {t}"),
    };

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
