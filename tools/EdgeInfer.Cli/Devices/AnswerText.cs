using System.Text;
using System.Text.Json;
using EdgeInfer.Hub.Commands;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Cli.Devices;

/// <summary>An answer as its reader sees it: a line, and one for each field of the result.</summary>
internal static class AnswerText
{
    public static string Of(DeviceTopics device, CommandOrder order, CommandAnswer answer)
    {
        var name = $"{device.Site}/{device.Device}";
        if (answer.Reply is not { } reply)
            return FormattableString.Invariant($"{name}: no answer to {order.Verb} within {order.Timeout.TotalSeconds:0.###} s; ")
                + answer.Online switch
                {
                    true => "the device says that it is online",
                    false => "the device is offline",
                    null => "this broker knows no such device",
                };
        var text = new StringBuilder($"{name}: {reply.Verb} {Word(reply)}");
        if (reply.Detail is { } detail)
            text.Append(": ").Append(detail);
        if (reply.Result is { ValueKind: JsonValueKind.Object } result)
        {
            foreach (var field in result.EnumerateObject())
                text.Append(Environment.NewLine).Append($"  {field.Name}: {Value(field.Value)}");
        }

        return text.ToString();
    }

    private static string Word(CommandReply reply) => reply.Status switch
    {
        CommandStatus.Done => "done",
        CommandStatus.Failed => "failed",
        _ => $"refused ({JsonNamingPolicy.SnakeCaseLower.ConvertName($"{reply.Reason}")})",
    };

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        _ => value.GetRawText(),
    };
}
