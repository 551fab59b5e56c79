using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>A catalogue of messages as an AsyncAPI 3.0 document.</summary>
internal static class AsyncApiDocument
{
    private const string About =
        "What a device publishes and hears over MQTT 5. JSON payloads are UTF-8, flat, with units in the names; a value that is unknown "
        + "is absent. "
        + "QoS 1 messages other than availability are numbered by seq; delivery is at least once, so a receiver counts "
        + "(device, boot, seq) once. The device's MQTT client id is edgeinfer/{site}/{device}.";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Characters =
        $"1 to {TopicLevel.MaxLength} characters of A-Z, a-z, 0-9, '_' and '-'.";

    public static string Text(MessageCatalogue catalogue) => Of(catalogue).ToJsonString(Indented) + "\n";

    public static JsonObject Of(MessageCatalogue catalogue)
    {
        var (channels, operations, messages) = (new JsonObject(), new JsonObject(), new JsonObject());
        var parameters = new JsonObject
        {
            ["site"] = Described($"A place with devices. {Characters}"),
            ["device"] = Described($"A device, unique within its site. {Characters}"),
        };
        foreach (var kind in catalogue.Kinds)
        {
            channels[kind.Name] = Channel(kind);
            operations[$"publish{Capital(kind.Name)}"] = Operation(kind);
            messages[kind.Name] = Message(kind);
            foreach (var name in kind.Topic.Parameters)
                parameters[name] = Described($"{PayloadSchema.Describe(kind.Describe(), name)} {Characters}");
        }

        CommandDocument.AddTo(channels, operations, messages);
        return new()
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "EdgeInfer device messages",
                ["version"] = $"{MessageSchema.Version}",
                ["license"] = new JsonObject { ["name"] = "MIT" },
                ["description"] = About,
            },
            ["defaultContentType"] = "application/json",
            ["servers"] = new JsonObject
            {
                ["broker"] = new JsonObject { ["host"] = "localhost:1883", ["protocol"] = "mqtt", ["protocolVersion"] = "5" },
            },
            ["channels"] = channels,
            ["operations"] = operations,
            ["components"] = new JsonObject { ["messages"] = messages, ["parameters"] = parameters },
        };
    }

    private static JsonObject Channel(MessageKind kind)
    {
        var parameters = new JsonObject();
        foreach (var name in (IEnumerable<string>)["site", "device", .. kind.Topic.Parameters])
            parameters[name] = Reference($"components/parameters/{name}");
        return new()
        {
            ["address"] = $"edgeinfer/{{site}}/{{device}}/{kind.Topic}",
            ["messages"] = new JsonObject { [kind.Name] = Reference($"components/messages/{kind.Name}") },
            ["parameters"] = parameters,
        };
    }

    private static JsonObject Operation(MessageKind kind) => new()
    {
        ["action"] = "send",
        ["channel"] = Reference($"channels/{kind.Name}"),
        ["summary"] = XmlDocumentation.Of(kind.Describe().Message),
        ["bindings"] = new JsonObject
        {
            ["mqtt"] = new JsonObject
            {
                ["qos"] = kind.AtLeastOnce ? 1 : 0, ["retain"] = kind.Retain, ["bindingVersion"] = "0.2.0",
            },
        },
    };

    private static JsonObject Message(MessageKind kind)
    {
        var payload = kind.Describe();
        return new()
        {
            ["name"] = kind.Name,
            ["title"] = Capital(kind.Name),
            ["summary"] = XmlDocumentation.Of(payload.Message),
            ["contentType"] = payload.ContentType,
            ["payload"] = PayloadSchema.Of(payload),
        };
    }

    private static JsonObject Reference(string path) => new() { ["$ref"] = $"#/{path}" };

    private static JsonObject Described(string text) => new() { ["description"] = text };

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
