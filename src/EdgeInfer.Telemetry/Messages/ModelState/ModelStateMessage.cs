using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.ModelState;

/// <summary>The models that answer.</summary>
public sealed record ModelStateMessage : NumberedMessage, IMessage<ModelStateMessage>
{
    public static MessageKind<ModelStateMessage> Kind { get; } = new(
        "modelState",
        "model/state",
        static _ => [],
        atLeastOnce: true,
        retain: true,
        new JsonPayload<ModelStateMessage>(new ModelStateJson(MessageJson.Options()).ModelStateMessage),
        ModelStateRules.All);

    /// <summary>Names of the models' bundles.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>SHA-256 of each model file, in the order of models.</summary>
    public required IReadOnlyList<string> ModelSha256 { get; init; }
}
