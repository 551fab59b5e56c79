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

    /// <summary>SHA-256 of each bundle's model.json, in the order of models.</summary>
    public required IReadOnlyList<string> ModelSha256 { get; init; }

    /// <summary>What figures of any of the models must be read with; absent where nothing is to be said.</summary>
    public IReadOnlyList<string>? Marks { get; init; }
}
