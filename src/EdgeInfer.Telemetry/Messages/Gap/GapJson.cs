using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Gap;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GapMessage))]
internal sealed partial class GapJson : JsonSerializerContext;
