using System.Text;
using System.Text.Json.Nodes;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>A catalogue of messages as a page for people, made of the AsyncAPI document and of one sample a kind.</summary>
internal static class MessagePage
{
    private const string Introduction =
        """
        # Messages

        What a device publishes over MQTT 5. A test makes this page from the code; [asyncapi.json](../asyncapi.json) says the same for
        programs. Why names, times and numbers are as they are stands in [names and times](../decisions/names-and-times.md).

        - Topics begin with `edgeinfer/SITE/DEVICE/`, which is also the device's MQTT client id. A name between two slashes has
          `A-Z a-z 0-9 _ -`, 1 to 100 of them.
        - Payloads are JSON in UTF-8, flat, with units in the names; availability alone is plain text. A value that is unknown is absent.
          Readers pass over fields that they don't know.
        - Numbers of type float always have a point or an exponent, integers never have one. A field never changes its type.
        - Content type and payload format indicator of MQTT 5 are set on every message.
        - QoS 1 messages but availability are numbered by `seq`, and arrive at least once: count (device, boot, seq) once. QoS 0 messages
          have no number; the next one replaces them.
        - A retained message is given to whoever subscribes later.
        - A payload has 128 kB at most, a text 256 characters.

        """;

    public static string Text(MessageCatalogue catalogue)
    {
        var (document, page) = (AsyncApiDocument.Of(catalogue)["components"]!["messages"]!, new StringBuilder(Introduction));
        var numbered = catalogue.Kinds.First(kind => kind.Describe().Message.IsAssignableTo(typeof(NumberedMessage)));
        page.Append("\n## What every JSON message begins with\n\n`seq` is in the messages of QoS 1 alone.\n\n");
        WriteFields(page, document[numbered.Name]!["payload"]!, Head(numbered));
        foreach (var kind in catalogue.Kinds)
            Write(page, kind, document[kind.Name]!);
        return page.ToString();
    }

    private static HashSet<string> Head(MessageKind kind) =>
        [.. (kind.Describe().Json?.Properties ?? []).Where(field => field.Order < 0).Select(field => field.Name)];

    private static void Write(StringBuilder page, MessageKind kind, JsonNode message)
    {
        var delivery = $"QoS {(kind.AtLeastOnce ? 1 : 0)}, {(kind.Retain ? "retained" : "not retained")}, {message["contentType"]}";
        page.Append($"\n## {kind.Topic}\n\n{message["summary"]}\n\n{delivery}.\n\n");
        var payload = message["payload"]!;
        if (payload["properties"] is JsonObject fields)
            WriteFields(page, payload, fields.Select(field => field.Key).Except(Head(kind)));
        else
            page.Append($"The payload is {string.Join(" or ", payload["enum"]!.AsArray().Select(text => $"`{text}`"))}.\n");
        var sample = Samples.OfEveryKind.Single(sample => sample.Kind == kind.Name);
        page.Append($"\n```\n{sample.Topic}\n{Encoding.UTF8.GetString(sample.Payload)}\n```\n");
    }

    private static void WriteFields(StringBuilder page, JsonNode payload, IEnumerable<string> names)
    {
        var required = payload["required"]!.AsArray().Select(name => (string)name!).ToHashSet();
        page.Append("| field | type | unit | meaning |\n|---|---|---|---|\n");
        foreach (var name in names)
        {
            var field = payload["properties"]![name]!.AsObject();
            var type = TypeOf(field) + (required.Contains(name) ? "" : ", may be absent");
            page.Append($"| `{name}` | {type} | {UnitOf(name, field)} | {field["description"]}{Words(field)} |\n");
        }
    }

    private static string TypeOf(JsonObject field) => (string?)field["type"] switch
    {
        "number" => "float",
        "string" => "text",
        "boolean" => "true or false",
        "array" => $"list of {TypeOf(field["items"]!.AsObject())}s",
        var type => type!,
    };

    private static string UnitOf(string name, JsonNode field) => name == "ts" ? "ms" : (string?)field["x-unit"] ?? "";

    /// <summary>A closed vocabulary.</summary>
    private static string Words(JsonNode field) => (field["enum"] ?? field["items"]?["enum"]) is JsonArray words
        ? $" Of: {string.Join(", ", words.Select(word => $"`{word}`"))}."
        : "";
}
