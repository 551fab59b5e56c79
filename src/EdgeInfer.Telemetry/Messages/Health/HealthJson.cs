using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Health;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HealthMessage))]
internal sealed partial class HealthJson : JsonSerializerContext;
