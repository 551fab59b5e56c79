using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.ModelState;

internal static class ModelStateRules
{
    public static MessageRules<ModelStateMessage> All { get; } = new MessageRules<ModelStateMessage>()
        .Texts("models", message => message.Models)
        .Texts("model_sha256", message => message.ModelSha256)
        .Require(
            "model_sha256",
            message => message.ModelSha256.Count == message.Models.Count,
            message => $"of {message.ModelSha256.Count} models, not {message.Models.Count}")
        .Marks(message => message.Marks);
}
