using System.Text.Json.Serialization;
using EdgeInfer.Core.Json;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Recordings.Layout;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(SnakeCaseEnumConverter<DatasetKind>),
        typeof(SnakeCaseEnumConverter<TaskKind>),
        typeof(SnakeCaseEnumConverter<ChannelRole>),
        typeof(SnakeCaseEnumConverter<FrameColour>),
        typeof(SnakeCaseEnumConverter<FrameFit>),
        typeof(SnakeCaseEnumConverter<SplitBy>),
        typeof(SnakeCaseEnumConverter<AmplitudeScale>),
        typeof(SnakeCaseEnumConverter<EqualTimes>),
        typeof(SnakeCaseEnumConverter<HoleRule>),
        typeof(SnakeCaseEnumConverter<ResamplingRule>),
        typeof(SnakeCaseEnumConverter<GroupOrigin>),
    ])]
[JsonSerializable(typeof(Dataset))]
internal sealed partial class DatasetJson : JsonSerializerContext;
