using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Json;
using EdgeInfer.Hub.Commands;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Verbs;

namespace EdgeInfer.Cli.Devices;

/// <summary><c>command VERB</c>: tells a device to do something, and prints its answer.</summary>
internal static class CommandCommand
{
    private const double MaxTimeoutSeconds = 24 * 3_600;

    public static Command Create()
    {
        var verb = new Argument<string>("VERB")
        {
            Description = $"What to do: {string.Join(", ", DeviceVerbs.All.Select(known => known.Name))}.",
        };
        var device = new DeviceArguments();
        var args = new Option<string?>("--args") { Description = "What the verb needs, as a JSON object." };
        var key = new Option<string?>("--command-key")
        {
            Description = "File with the key that the device's commands are signed with, readable by its owner alone.",
        };
        var timeout = new Option<string>("--timeout")
        {
            Description = "Seconds to wait for the answer; the command loses its force then.", DefaultValueFactory = _ => "10",
        };
        var command = new Command(
            "command",
            "Tell a device to do something. Exit code: 0 done, 1 failed, 3 refused, 4 no answer.")
        {
            verb, args, key, timeout,
        };
        device.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var (broker, topics) = device.Read(parsed);
            var order = new CommandOrder(parsed.GetRequiredValue(verb))
            {
                Args = parsed.GetValue(args) is { } text ? ArgsOf(text) : null,
                Key = parsed.GetValue(key) is { } file ? CommandKey.Read(file) : null,
                Timeout = TimeoutOf(parsed.GetRequiredValue(timeout)),
            };
            var answer = await CommandSender.SendAsync(broker, topics, order, TimeProvider.System, stop).ConfigureAwait(false);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(AnswerText.Of(topics, order, answer)).ConfigureAwait(false);
            return CodeOf(answer.Reply);
        });
        return command;
    }

    private static int CodeOf(CommandReply? reply) => reply?.Status switch
    {
        CommandStatus.Done => 0,
        CommandStatus.Failed => 1,
        CommandStatus.Refused => 3,
        _ => 4,
    };

    private static JsonElement ArgsOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidInputException("--args", "is no JSON object, as in '{\"name\": 1}'");
        }
        catch (JsonException error)
        {
            throw new InvalidInputException("--args", $"is no JSON: {JsonReason.Of(error)}", error);
        }
    }

    // Parsed here, because the option's own parser would follow the user's culture.
    private static TimeSpan TimeoutOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MaxTimeoutSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidInputException("--timeout", $"'{text}' is no number of seconds above 0 and up to a day");
}
