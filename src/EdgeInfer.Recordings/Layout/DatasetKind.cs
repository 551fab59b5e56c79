using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a recording's file is.</summary>
public enum DatasetKind
{
    [JsonStringEnumMemberName("sensor-csv")]
    SensorCsv,

    /// <summary>A JPEG or PNG file a recording.</summary>
    [JsonStringEnumMemberName("images")]
    Images,

    /// <summary>IDX files, as MNIST and its relatives come: images of bytes, and beside them a file of labels.</summary>
    [JsonStringEnumMemberName("images-idx")]
    ImagesIdx,

    [JsonStringEnumMemberName("audio-wav")]
    AudioWav,
}
