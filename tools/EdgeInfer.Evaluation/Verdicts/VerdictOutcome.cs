using System.Text.Json.Serialization;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>How a comparison or a claim ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictOutcome>))]
public enum VerdictOutcome
{
    /// <summary>The difference is real: the 95 % interval excludes 0 and the sign-flip test agrees.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>The difference is real, and against what was claimed.</summary>
    [JsonStringEnumMemberName("contradicted")]
    Contradicted,

    /// <summary>The 90 % interval lies inside the margin.</summary>
    [JsonStringEnumMemberName("equivalent")]
    Equivalent,

    /// <summary>Neither: more groups are needed.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,

    /// <summary>Simulated data checks tools, quick budgets show that everything runs; neither supports a claim.</summary>
    [JsonStringEnumMemberName("no_claim")]
    NoClaim,

    /// <summary>There is no interval, or the models did not see the same windows.</summary>
    [JsonStringEnumMemberName("not_measured")]
    NotMeasured,
}
