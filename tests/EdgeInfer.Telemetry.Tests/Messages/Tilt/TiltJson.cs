using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Tests.Messages.Tilt;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TiltMessage))]
internal sealed partial class TiltJson : JsonSerializerContext;
