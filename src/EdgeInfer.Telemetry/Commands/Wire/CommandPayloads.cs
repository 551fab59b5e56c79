using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using EdgeInfer.Core.Json;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>Commands and their answers as bytes and back.</summary>
public static class CommandPayloads
{
    internal static JsonPayload<CommandRequest> Request { get; } = new(new CommandJson(MessageJson.Options()).CommandRequest);

    internal static JsonPayload<CommandReply> Reply { get; } = new(new CommandJson(MessageJson.Options()).CommandReply);

    /// <param name="verb">Last level of the topic.</param>
    /// <returns>The topic below the device.</returns>
    public static string Topic(string verb) => $"cmd/{verb}";

    public static byte[] Write(CommandRequest request) => Request.Write(request);

    public static byte[] Write(CommandReply reply) => Reply.Write(reply);

    /// <summary>False, and why, where the bytes are no command; never throws for what they hold.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> payload, [NotNullWhen(true)] out CommandRequest? request, [NotNullWhen(false)] out string? fault) =>
        TryRead(Request, CommandRules.Request, payload, out request, out fault);

    /// <summary>False, and why, where the bytes are no answer; never throws for what they hold.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> payload, [NotNullWhen(true)] out CommandReply? reply, [NotNullWhen(false)] out string? fault) =>
        TryRead(Reply, CommandRules.Reply, payload, out reply, out fault);

    private static bool TryRead<T>(
        JsonPayload<T> format,
        MessageRules<T> rules,
        ReadOnlySpan<byte> payload,
        [NotNullWhen(true)] out T? message,
        [NotNullWhen(false)] out string? fault)
        where T : class
    {
        (message, fault) = (null, null);
        // The reader of JSON looks at the encoding of a text only when somebody asks for it.
        if (!Utf8.IsValid(payload))
        {
            fault = "not UTF-8";
            return false;
        }

        try
        {
            var read = format.Read(payload);
            foreach (var rule in rules.All)
                rule.Check(read);
            message = read;
            return true;
        }
        catch (JsonException error)
        {
            fault = JsonReason.Of(error);
        }
        catch (RejectedMessageException error)
        {
            fault = error.Message;
        }

        return false;
    }
}
