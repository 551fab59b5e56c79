using System.Text.Json.Serialization;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Json;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Manifests;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(SnakeCaseEnumConverter<TaskKind>), typeof(SnakeCaseEnumConverter<ChannelRole>), typeof(SnakeCaseEnumConverter<FrameColour>),
        typeof(SnakeCaseEnumConverter<FrameFit>), typeof(SnakeCaseEnumConverter<PieceKind>), typeof(SnakeCaseEnumConverter<GroupOrigin>),
        typeof(SnakeCaseEnumConverter<ResamplingRule>),
    ],
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = 16)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
