using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Messages.Info;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(InfoMessage))]
internal sealed partial class InfoJson : JsonSerializerContext;
