using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Inference;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(InferenceMessage))]
internal sealed partial class InferenceJson : JsonSerializerContext;
