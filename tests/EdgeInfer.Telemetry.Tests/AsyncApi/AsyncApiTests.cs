using System.Text.Json;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Tests.Kinds;
using EdgeInfer.Telemetry.Verbs;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>docs/asyncapi.json says what the code does, no more and no less.</summary>
public sealed class AsyncApiTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "asyncapi.json");

    private static readonly JsonElement Document = JsonDocument.Parse(File.ReadAllText(Path)).RootElement;

    private static IEnumerable<JsonProperty> Messages =>
        Document.GetProperty("components").GetProperty("messages").EnumerateObject();

    [Fact]
    public void TheDocumentIsWhatTheCatalogueSays() =>
        AssertMade(AsyncApiDocument.Text(DeviceMessages.All), "asyncapi.json", System.IO.Path.Combine("docs", "asyncapi.json"));

    [Fact]
    public void ThePageForPeopleIsWhatTheCatalogueSays() =>
        AssertMade(MessagePage.Text(DeviceMessages.All), "messages.md", System.IO.Path.Combine("docs", "formats", "messages.md"));

    [Fact]
    public void TheDocumentNamesEveryTopicAndNoOther() => Assert.Equal(
        [
            .. DeviceMessages.All.Kinds.Select(kind => $"edgeinfer/{{site}}/{{device}}/{kind.Topic}"),
            .. DeviceVerbs.All.Select(verb => $"edgeinfer/{{site}}/{{device}}/cmd/{verb.Name}"),
            null,
        ],
        Document.GetProperty("channels").EnumerateObject().Select(channel => channel.Value.GetProperty("address").GetString()));

    [Theory]
    [MemberData(nameof(EveryKindTests.Names), MemberType = typeof(EveryKindTests))]
    public void QualityOfServiceAndRetentionAreThoseOfTheKind(string name)
    {
        var kind = DeviceMessages.All.Kinds.Single(kind => kind.Name == name);
        Assert.Equal((kind.AtLeastOnce ? 1 : 0, kind.Retain), Bindings($"{char.ToUpperInvariant(name[0])}{name[1..]}"));
    }

    [Theory]
    [InlineData("Availability", 1, true)]
    [InlineData("Info", 1, true)]
    [InlineData("ModelState", 1, true)]
    [InlineData("Health", 0, false)]
    [InlineData("Inference", 1, false)]
    [InlineData("Summary", 1, true)]
    [InlineData("Clock", 1, false)]
    public void QualityOfServiceAndRetentionAreAsDesigned(string name, int quality, bool retained) =>
        Assert.Equal((quality, retained), Bindings(name));

    [Fact]
    public void AvailabilityHasTheTwoPayloadsThatHomeAssistantExpects() => Assert.Equal(
        ["online", "offline"],
        Messages.Single(message => message.Name == "availability").Value.GetProperty("payload").GetProperty("enum")
            .EnumerateArray().Select(value => value.GetString()!));

    [Fact]
    public void EveryReferenceInTheDocumentLeadsSomewhere() => Assert.All(References(Document), reference =>
    {
        var place = Document;
        foreach (var step in reference.Split('/').Skip(1))
            Assert.True(place.TryGetProperty(step, out place), reference);
    });

    [Fact]
    public void EveryFieldHasADescription()
    {
        foreach (var message in Messages)
        {
            if (!message.Value.GetProperty("payload").TryGetProperty("properties", out var fields))
                continue;
            Assert.NotEmpty(fields.EnumerateObject());
            Assert.All(fields.EnumerateObject(), field => Assert.False(
                string.IsNullOrWhiteSpace(field.Value.GetProperty("description").GetString()), $"{message.Name} {field.Name}"));
        }
    }

    [Fact]
    public void EveryFieldWithAUnitInItsNameStatesIt()
    {
        foreach (var message in Messages)
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

    private static void AssertMade(string text, string name, string place)
    {
        var kept = System.IO.Path.Combine(Repository.Root, place);
        if (File.Exists(kept) && text == File.ReadAllText(kept))
            return;
        var accept = System.IO.Path.Combine("artifacts", name);
        Directory.CreateDirectory(System.IO.Path.Combine(Repository.Root, "artifacts"));
        File.WriteAllText(System.IO.Path.Combine(Repository.Root, accept), text);
        Assert.Fail($"{place} is not what the messages are. Where that is meant: cp {accept} {place}");
    }

    private static (int Quality, bool Retained) Bindings(string name)
    {
        var mqtt = Document.GetProperty("operations").GetProperty($"publish{name}").GetProperty("bindings").GetProperty("mqtt");
        return (mqtt.GetProperty("qos").GetInt32(), mqtt.GetProperty("retain").GetBoolean());
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
