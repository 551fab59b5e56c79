using System.Text.Json.Serialization;

namespace EdgeInfer.Core.Resampling;

/// <summary>How samples of a faster source come to the rate of the windows.</summary>
public enum ResamplingRule
{
    /// <summary>Linear interpolation alone: signals above half the rate fold back.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>Sources that are faster by more than a tenth pass an anti-alias filter first.</summary>
    [JsonStringEnumMemberName("filtered")]
    Filtered,
}
