using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>How samples come to the rate of the data set.</summary>
public enum ResamplingRule
{
    /// <summary>Linear interpolation alone: signals above half the rate fold back.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>Faster recordings pass an anti-alias filter first; the device's pipeline has the same.</summary>
    [JsonStringEnumMemberName("filtered")]
    Filtered,
}
