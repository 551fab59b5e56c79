using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a recording's file is.</summary>
public enum DatasetKind
{
    [JsonStringEnumMemberName("sensor-csv")]
    SensorCsv,

    [JsonStringEnumMemberName("images")]
    Images,

    [JsonStringEnumMemberName("audio-wav")]
    AudioWav,
}
