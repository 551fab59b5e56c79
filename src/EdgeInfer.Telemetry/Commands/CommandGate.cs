using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Json;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Commands.Nonces;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>
/// Decides whether a command may run. What costs least and tells a stranger least comes first: nothing is looked up for a
/// command without the right mac.
/// </summary>
internal sealed class CommandGate(
    DeviceTopics device, CommandOptions options, IReadOnlyDictionary<string, CommandHandler> handlers, NonceStore nonces)
{
    /// <summary>Sender and device may read their clocks this far apart.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public bool TryAdmit(
        IncomingMessage message,
        [NotNullWhen(true)] out AdmittedCommand? command,
        [NotNullWhen(false)] out CommandOutcome? outcome)
    {
        command = null;
        var verb = message.Topic[(message.Topic.LastIndexOf('/') + 1)..];
        outcome = Unreadable(message, verb);
        if (outcome is not null)
            return false;
        if (!CommandPayloads.TryRead(message.Payload.Span, out CommandRequest? request, out var fault))
        {
            outcome = Refused(verb, null, CommandRefusal.Json, fault);
            return false;
        }

        outcome = Forged(verb, request) ?? Late(verb, request) ?? Known(verb, request);
        if (outcome is not null)
            return false;
        if (!handlers.TryGetValue(verb, out var handler))
        {
            var known = string.Join(", ", handlers.Keys.Order(StringComparer.Ordinal));
            outcome = Refused(verb, request.Nonce, CommandRefusal.Verb, $"this device knows {known}");
            return false;
        }

        try
        {
            command = new AdmittedCommand(
                verb, new NonceEntry(request.Nonce, request.ExpiresMs, Digest(verb, request)), handler.Bind(request.Args));
            return true;
        }
        catch (JsonException error)
        {
            outcome = Refused(verb, request.Nonce, CommandRefusal.Args, JsonReason.Of(error));
            return false;
        }
    }

    private CommandOutcome? Unreadable(IncomingMessage message, string verb)
    {
        if (!TopicLevel.IsValid(verb) || message.Topic != device.Below(CommandPayloads.Topic(verb)))
            return Refused("unknown", null, CommandRefusal.Device, $"{message.Topic} is no command for {device.Root}");
        if (message.Retained)
            return Refused(verb, null, CommandRefusal.Retained, "the broker had kept it; send it without the retain flag");
        return message.Payload.Length > CommandLimits.MaxPayloadBytes
            ? Refused(verb, null, CommandRefusal.Size, FormattableString.Invariant(
                $"{message.Payload.Length} bytes, more than {CommandLimits.MaxPayloadBytes}"))
            : null;
    }

    private CommandOutcome? Forged(string verb, CommandRequest request)
    {
        if (options.Key is not { } key)
            return null;
        if (request.Mac is not { } mac)
            return Refused(verb, request.Nonce, CommandRefusal.Mac, "this device takes signed commands only");
        return CommandMac.Equal(CommandMac.Of(key, device, verb, request.Nonce, request.ExpiresMs, request.ArgsBytes), mac)
            ? null
            : Refused(verb, request.Nonce, CommandRefusal.Mac, "not signed for this device with its key");
    }

    /// <summary>A clock that is not set knows neither what is late nor what is far ahead.</summary>
    private CommandOutcome? Late(string verb, CommandRequest request)
    {
        var (now, synced, _) = options.Now();
        if (!synced)
            return null;
        if (request.ExpiresMs <= now && nonces.Find(request.Nonce) is null)
            return Refused(verb, request.Nonce, CommandRefusal.Expired, string.Create(
                CultureInfo.InvariantCulture, $"its time ended {(now - request.ExpiresMs) / 1e3:0.0} s ago by this device's clock"));
        return request.ExpiresMs - now > (CommandLimits.MaxLifetime + ClockDifference).TotalMilliseconds
            ? Refused(verb, request.Nonce, CommandRefusal.Lifetime, FormattableString.Invariant(
                $"it expires more than {CommandLimits.MaxLifetime.TotalHours:0} h ahead by this device's clock"))
            : null;
    }

    private CommandOutcome? Known(string verb, CommandRequest request)
    {
        if (nonces.Find(request.Nonce) is { } entry)
        {
            if (entry.Digest != Digest(verb, request))
                return Refused(verb, request.Nonce, CommandRefusal.Nonce, "another command had this nonce");
            return new CommandOutcome(verb, request.Nonce, entry.Status ?? CommandStatus.Failed)
            {
                Repeated = true,
                Detail = entry.Status is null ? "the device ended while the command ran; nobody knows how far it came" : null,
            };
        }

        return request.ExpiresMs <= nonces.ForgottenMs
            ? Refused(verb, request.Nonce, CommandRefusal.Expired, "commands that expire later than this one have been forgotten already")
            : null;
    }

    private static uint Digest(string verb, CommandRequest request) => Crc32.Of(
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{verb}\n{request.ExpiresMs}\n")), .. request.ArgsBytes]);

    private static CommandOutcome Refused(string verb, string? nonce, CommandRefusal reason, string detail) =>
        new(verb, nonce, CommandStatus.Refused) { Reason = reason, Detail = detail };
}
