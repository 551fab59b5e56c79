using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.ModelState;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ModelStateMessage))]
internal sealed partial class ModelStateJson : JsonSerializerContext;
