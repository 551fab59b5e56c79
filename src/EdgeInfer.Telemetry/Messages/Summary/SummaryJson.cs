using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Summary;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SummaryMessage))]
internal sealed partial class SummaryJson : JsonSerializerContext;
