using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Windows;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Preprocessing;

/// <summary>From a manifest's preprocessing to the code that does it.</summary>
public static class Preprocessors
{
    /// <exception cref="InvalidInputException">
    /// The id is unknown, a parameter is missing, or this version computes other features than the model was trained on.
    /// </exception>
    public static IPreprocessor Create(ManifestPreprocessing preprocessing, WindowShape shape) =>
        Create(preprocessing, shape, FeatureSets.Known);

    /// <inheritdoc cref="Create(ManifestPreprocessing, WindowShape)"/>
    public static IPreprocessor Create(ManifestPreprocessing preprocessing, WindowShape shape, FeatureSets sets) =>
        Create(preprocessing, shape, sets, BundleFiles.Manifest);

    internal static IPreprocessor Create(ManifestPreprocessing preprocessing, WindowShape shape, FeatureSets sets, string place)
    {
        if (PreprocessingRules.FirstFault(preprocessing, ManifestInput.Of(shape), sets) is { } fault)
            throw new InvalidInputException(place, fault.ToString());
        if (preprocessing is { Id: Standardization.Id, Mean: { } mean, Deviation: { } deviation })
            return new Standardization(mean, deviation, shape.Length);
        if (preprocessing is { Id: MuLawCompanding.Id, Mean: { } companded, Deviation: { } spread })
            return new MuLawCompanding(companded, spread, shape.Length);
        var extractor = Extractor(sets.Find(preprocessing.Id)!, shape, preprocessing.Envelope, place);
        if (NamesFault(preprocessing.FeatureNames ?? [], extractor.Names) is { } reason)
            throw new InvalidInputException(place, $"$.preprocessing.feature_names: {reason}");
        return extractor;
    }

    private static IFeatureExtractor Extractor(FeatureSet set, WindowShape shape, EnvelopeBand? envelope, string place)
    {
        try
        {
            return set.Create(shape, envelope);
        }
        catch (ArgumentException error)
        {
            throw new InvalidInputException(place, $"$.preprocessing: {error.Message}", error);
        }
    }

    private static string? NamesFault(IReadOnlyList<string> trained, IReadOnlyList<string> computed)
    {
        for (var index = 0; index < Math.Min(trained.Count, computed.Count); index++)
        {
            if (trained[index] != computed[index])
                return Invariant($"feature {index} is '{trained[index]}' but this version computes '{computed[index]}'");
        }

        return trained.Count == computed.Count
            ? null
            : Invariant($"{trained.Count} features but this version computes {computed.Count}");
    }
}
