using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Verbs.Identify;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IdentifyArguments))]
[JsonSerializable(typeof(IdentifyResult))]
internal sealed partial class IdentifyJson : JsonSerializerContext;
