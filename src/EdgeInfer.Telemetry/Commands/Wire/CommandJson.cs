using System.Text.Json.Serialization;

namespace EdgeInfer.Telemetry.Commands.Wire;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(CommandReply))]
internal sealed partial class CommandJson : JsonSerializerContext;
