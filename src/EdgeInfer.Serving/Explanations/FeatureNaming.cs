using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Serving.Explanations;

internal static class FeatureNaming
{
    /// <summary>Names of a model's inputs: those of the manifest, or channel[sample] where the model takes the window itself.</summary>
    public static IReadOnlyList<string> Of(Manifest manifest) =>
        manifest.Preprocessing.FeatureNames
        ?? [.. manifest.Input.Channels.SelectMany(channel =>
            Enumerable.Range(0, manifest.Input.Window).Select(sample => FormattableString.Invariant($"{channel.Name}[{sample}]")))];
}
