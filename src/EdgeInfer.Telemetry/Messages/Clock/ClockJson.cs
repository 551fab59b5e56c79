using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Clock;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ClockMessage))]
internal sealed partial class ClockJson : JsonSerializerContext;
