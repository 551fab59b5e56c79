using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>What must hold of a command and of its answer beyond their types.</summary>
internal static class CommandRules
{
    private const int MacLength = 64;

    public static MessageRules<CommandRequest> Request { get; } = new MessageRules<CommandRequest>()
        .Require(
            "schema",
            request => request.Schema == MessageSchema.Version,
            request => request.Schema,
            new FieldBounds(Constant: MessageSchema.Version))
        .Require(
            "nonce",
            request => IsNonce(request.Nonce),
            _ => $"not {CommandLimits.MinNonceLength} to {CommandLimits.MaxNonceLength} of A-Z, a-z, 0-9, '_' and '-'")
        .AtLeast(1, "expires_ms", request => request.ExpiresMs)
        .Require(
            "mac",
            request => request.Mac is not { Length: not MacLength },
            request => $"of {request.Mac!.Length} digits, not {MacLength}");

    public static MessageRules<CommandReply> Reply { get; } = new MessageRules<CommandReply>()
        .Require("verb", reply => TopicLevel.IsValid(reply.Verb), _ => "no topic level")
        .Require("nonce", reply => reply.Nonce is not { } nonce || IsNonce(nonce), _ => "no nonce")
        .Require("reason", reply => (reply.Reason is not null) == (reply.Status is CommandStatus.Refused), _ => "not that of a refusal");

    private static bool IsNonce(string text) =>
        text.Length is >= CommandLimits.MinNonceLength and <= CommandLimits.MaxNonceLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
