using System.Text.Json;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Messages;

/// <summary>docs/asyncapi.json says what the code does, no more and no less.</summary>
public sealed class AsyncApiTests
{
    private static readonly JsonElement Document =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "asyncapi.json"))).RootElement;

    private static readonly DeviceTopics Topics = new("{site}", "{device}");

    [Fact]
    public void TheDocumentNamesEveryChannelAndNoOther() => Assert.Equal(
        [Topics.Availability, Topics.Comparison("{run}"), Topics.Inference("{stream}"), Topics.Info, Topics.ModelState, Topics.Telemetry],
        Document.GetProperty("channels").EnumerateObject()
            .Select(channel => channel.Value.GetProperty("address").GetString()!).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryKindOfTopicHasAChannel() => Assert.Equal(
        Enum.GetNames<TopicKind>().Order(StringComparer.Ordinal),
        Document.GetProperty("channels").EnumerateObject()
            .Select(channel => char.ToUpperInvariant(channel.Name[0]) + channel.Name[1..]).Order(StringComparer.Ordinal));

    [Fact]
    public void InfoIsAsDescribed() => AssertDescribed("info", Topics.Info, Routes.Info);

    [Fact]
    public void ModelStateIsAsDescribed() => AssertDescribed("modelState", Topics.ModelState, Routes.ModelState);

    [Fact]
    public void TelemetryIsAsDescribed() => AssertDescribed("telemetry", Topics.Telemetry, Routes.Telemetry);

    [Fact]
    public void InferenceIsAsDescribed() => AssertDescribed("inference", Topics.Inference("{stream}"), Routes.Inference);

    [Fact]
    public void ComparisonIsAsDescribed() => AssertDescribed("comparison", Topics.Comparison("{run}"), Routes.Comparison);

    [Fact]
    public void AvailabilityHasTheTwoPayloadsThatTheSessionSends() => Assert.Equal(
        [System.Text.Encoding.UTF8.GetString(AvailabilityPayload.Online), System.Text.Encoding.UTF8.GetString(AvailabilityPayload.Offline)],
        Document.GetProperty("components").GetProperty("messages").GetProperty("availability").GetProperty("payload").GetProperty("enum")
            .EnumerateArray().Select(value => value.GetString()!));

    [Fact]
    public void EveryReferenceInTheDocumentLeadsSomewhere() => Assert.All(References(Document), reference =>
    {
        var place = Document;
        foreach (var step in reference.Split('/').Skip(1))
            Assert.True(place.TryGetProperty(step, out place), reference);
    });

    [Fact]
    public void EveryFieldWithAUnitInItsNameStatesIt()
    {
        foreach (var message in Document.GetProperty("components").GetProperty("messages").EnumerateObject())
        {
            if (!message.Value.GetProperty("payload").TryGetProperty("properties", out var properties))
                continue;
            foreach (var field in properties.EnumerateObject())
            {
                var unit = field.Name switch
                {
                    var name when name.EndsWith("_us", StringComparison.Ordinal) => "us",
                    var name when name.EndsWith("_ms", StringComparison.Ordinal) => "ms",
                    var name when name.EndsWith("_per_s", StringComparison.Ordinal) => "1/s",
                    var name when name.EndsWith("_s", StringComparison.Ordinal) => "s",
                    var name when name.EndsWith("_bytes", StringComparison.Ordinal) => "B",
                    _ => null,
                };
                if (unit is not null)
                    Assert.Equal(unit, field.Value.GetProperty("x-unit").GetString());
            }
        }
    }

    private static void AssertDescribed<T>(string name, string address, Route<T> route)
    {
        Assert.Equal(address, Document.GetProperty("channels").GetProperty(name).GetProperty("address").GetString());
        var operation = Document.GetProperty("operations").GetProperty($"publish{char.ToUpperInvariant(name[0])}{name[1..]}");
        var mqtt = operation.GetProperty("bindings").GetProperty("mqtt");
        Assert.Equal(route.AtLeastOnce ? 1 : 0, mqtt.GetProperty("qos").GetInt32());
        Assert.Equal(route.Retain, mqtt.GetProperty("retain").GetBoolean());

        var payload = Document.GetProperty("components").GetProperty("messages").GetProperty(name).GetProperty("payload");
        Assert.Equal(
            route.Json.Properties.Select(property => $"{property.Name}: {TypeName(property.PropertyType)}").Order(StringComparer.Ordinal),
            payload.GetProperty("properties").EnumerateObject()
                .Select(field => $"{field.Name}: {TypeName(field.Value)}").Order(StringComparer.Ordinal));
        Assert.Equal(
            route.Json.Properties.Where(property => property.IsRequired).Select(property => property.Name).Order(StringComparer.Ordinal),
            payload.GetProperty("required").EnumerateArray().Select(field => field.GetString()!).Order(StringComparer.Ordinal));
        Assert.All(
            payload.GetProperty("properties").EnumerateObject(),
            field => Assert.False(string.IsNullOrEmpty(field.Value.GetProperty("description").GetString())));
    }

    private static string TypeName(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(int) => "integer",
        var t when t == typeof(long) => "integer int64",
        var t when t == typeof(double) => "number",
        var t when t == typeof(float) => "number float",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(string) => "string",
        var t when t == typeof(IReadOnlyList<string>) => "array of string",
        var t when t == typeof(IReadOnlyList<float>) => "array of number float",
        var t => throw new NotSupportedException($"no JSON Schema type for {t}"),
    };

    private static string TypeName(JsonElement schema)
    {
        var type = schema.GetProperty("type").GetString()!;
        if (type == "array")
            return $"array of {TypeName(schema.GetProperty("items"))}";
        return schema.TryGetProperty("format", out var format) ? $"{type} {format.GetString()}" : type;
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
