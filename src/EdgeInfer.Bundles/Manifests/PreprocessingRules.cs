using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Core.Preprocessing;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>A preprocessing that this version knows, with exactly the parameters that it takes.</summary>
internal static class PreprocessingRules
{
    public static Fault? FirstFault(ManifestPreprocessing preprocessing, ManifestInput input, FeatureSets sets) => preprocessing.Id switch
    {
        Standardization.Id => StandardizationFault(preprocessing, input.Channels.Count),
        MuLawCompanding.Id => CompandingFault(preprocessing, input),
        _ when sets.Find(preprocessing.Id) is { } set => FeaturesFault(preprocessing, input, set),
        _ => new(
            "$.preprocessing.id",
            $"'{preprocessing.Id}' is none of {string.Join(", ", [Standardization.Id, MuLawCompanding.Id, .. sets.Ids])}"),
    };

    private static Fault? CompandingFault(ManifestPreprocessing preprocessing, ManifestInput input) => input.Frame is null
        ? StandardizationFault(preprocessing, input.Channels.Count)
        : new("$.preprocessing.id", $"{MuLawCompanding.Id} is for windows of samples, but input.frame is given");

    private static Fault? StandardizationFault(ManifestPreprocessing preprocessing, int channels)
    {
        if (preprocessing.FeatureNames is not null || preprocessing.Envelope is not null)
            return new("$.preprocessing", $"{preprocessing.Id} takes neither feature_names nor envelope");
        if (preprocessing.Mean?.Count != channels || !preprocessing.Mean.All(float.IsFinite))
            return new(
                "$.preprocessing.mean",
                Invariant($"{preprocessing.Mean?.Count ?? 0} values, not one finite value for each of {channels} channels"));
        return preprocessing.Deviation?.Count == channels && preprocessing.Deviation.All(one => one > 0 && float.IsFinite(1 / one))
            ? null
            : new(
                "$.preprocessing.deviation",
                Invariant($"{preprocessing.Deviation?.Count ?? 0} values, not one above 0 for each of {channels} channels"));
    }

    private static Fault? FeaturesFault(ManifestPreprocessing preprocessing, ManifestInput input, FeatureSet set)
    {
        if (set.OfFrames != input.Frame is not null)
            return new(
                "$.preprocessing.id",
                set.OfFrames
                    ? $"{set.Id} is for frames, but input.frame is not given"
                    : $"{set.Id} is for windows of samples, but input.frame is given");
        if (set.OfFrames && preprocessing.Envelope is not null)
            return new("$.preprocessing.envelope", $"{set.Id} takes none");
        return NamesFault(preprocessing) ?? (preprocessing.Envelope is { } envelope ? EnvelopeFault(envelope, input.RateHz) : null);
    }

    private static Fault? NamesFault(ManifestPreprocessing preprocessing)
    {
        if (preprocessing.Mean is not null || preprocessing.Deviation is not null)
            return new("$.preprocessing", $"{preprocessing.Id} takes neither mean nor deviation");
        return preprocessing.FeatureNames is { Count: >= 1 and <= ManifestLimits.Features }
            ? null
            : new(
                "$.preprocessing.feature_names",
                Invariant($"{preprocessing.FeatureNames?.Count ?? 0} names, not 1 to {ManifestLimits.Features}"));
    }

    private static Fault? EnvelopeFault(EnvelopeBand envelope, double rateHz)
    {
        if (!(envelope.LowHz > 0 && envelope.LowHz < envelope.HighHz && envelope.HighHz <= rateHz / 2))
            return new(
                "$.preprocessing.envelope",
                Invariant($"band {envelope.LowHz} to {envelope.HighHz} Hz is not inside 0 to half of {rateHz} Hz"));
        return envelope.Orders.FirstOrDefault(order => !(order.Value > 0 && double.IsFinite(order.Value))) is { Key: { } name } wrong
            ? new($"$.preprocessing.envelope.orders.{name}", Invariant($"{wrong.Value} is not above 0"))
            : null;
    }
}
