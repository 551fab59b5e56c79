using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What happens to samples that are not there: empty cells, and the words for NaN.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="LimitSeconds">Longest hole that is filled, s; a longer one stays. Null for <see cref="HoleRule.Gap"/>.</param>
public sealed record DatasetHoles(HoleRule Rule, double? LimitSeconds = null);

public enum HoleRule
{
    /// <summary>The sample is NaN: no model learns from a window with one, or answers it.</summary>
    [JsonStringEnumMemberName("gap")]
    Gap,

    /// <summary>The last value before the hole stands in.</summary>
    [JsonStringEnumMemberName("hold")]
    Hold,

    /// <summary>The straight line between the values around the hole stands in.</summary>
    [JsonStringEnumMemberName("interpolate")]
    Interpolate,
}
