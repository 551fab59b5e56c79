using System.Text.Json.Nodes;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Verbs;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>What a device hears: a channel a verb, and the answer on the topic that the sender names.</summary>
internal static class CommandDocument
{
    private const string Replies = "commandReplies";

    public static void AddTo(JsonObject channels, JsonObject operations, JsonObject messages)
    {
        var replies = new JsonObject();
        foreach (var verb in DeviceVerbs.All)
        {
            var (command, reply) = ($"{verb.Name}Command", $"{verb.Name}Reply");
            channels[command] = new JsonObject
            {
                ["address"] = $"edgeinfer/{{site}}/{{device}}/{CommandPayloads.Topic(verb.Name)}",
                ["messages"] = new JsonObject { [command] = Reference($"components/messages/{command}") },
                ["parameters"] = new JsonObject
                {
                    ["site"] = Reference("components/parameters/site"), ["device"] = Reference("components/parameters/device"),
                },
            };
            operations[$"receive{char.ToUpperInvariant(command[0])}{command[1..]}"] = new JsonObject
            {
                ["action"] = "receive",
                ["channel"] = Reference($"channels/{command}"),
                ["summary"] = XmlDocumentation.Of(verb.Result.Type),
                ["bindings"] = new JsonObject
                {
                    ["mqtt"] = new JsonObject { ["qos"] = 1, ["retain"] = false, ["bindingVersion"] = "0.2.0" },
                },
                ["reply"] = new JsonObject
                {
                    ["channel"] = Reference($"channels/{Replies}"),
                    ["messages"] = new JsonArray(Reference($"channels/{Replies}/messages/{reply}")),
                },
            };
            messages[command] = Message(command, Request(), "args", verb.Arguments);
            messages[reply] = Message(reply, Reply(), "result", verb.Result);
            replies[reply] = Reference($"components/messages/{reply}");
        }

        channels[Replies] = new JsonObject
        {
            ["address"] = null,
            ["description"] =
                "The MQTT 5 response topic of the command, whose correlation data the answer carries. Topics below edgeinfer, "
                + "homeassistant and $ get no answer.",
            ["messages"] = replies,
        };
    }

    private static PayloadDescription Request() => new(
        typeof(CommandRequest),
        CommandPayloads.Request.ContentType,
        CommandPayloads.Request.Json,
        [],
        [.. CommandRules.Request.All.Select(rule => (rule.Field, rule.Bounds))]);

    private static PayloadDescription Reply() => new(
        typeof(CommandReply),
        CommandPayloads.Reply.ContentType,
        CommandPayloads.Reply.Json,
        [],
        [
            .. HeadRules.All.Select(rule => (rule.Field, rule.Bounds)),
            .. CommandRules.Reply.All.Select(rule => (rule.Field, rule.Bounds)),
        ]);

    /// <param name="field">The one that each verb fills in its own way.</param>
    private static JsonObject Message(
        string name, PayloadDescription payload, string field, System.Text.Json.Serialization.Metadata.JsonTypeInfo content)
    {
        var schema = PayloadSchema.Of(payload);
        var own = PayloadSchema.Of(new PayloadDescription(content.Type, payload.ContentType, content, [], []));
        own["description"] = schema["properties"]![field]!["description"]!.DeepClone();
        schema["properties"]![field] = own;
        return new()
        {
            ["name"] = name,
            ["title"] = char.ToUpperInvariant(name[0]) + name[1..],
            ["summary"] = XmlDocumentation.Of(payload.Message),
            ["contentType"] = payload.ContentType,
            ["payload"] = schema,
        };
    }

    private static JsonObject Reference(string path) => new() { ["$ref"] = $"#/{path}" };
}
