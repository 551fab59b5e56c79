using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Comparison.Checks;

internal static class ManifestModelFile
{
    /// <summary>Bytes of all files that the engine loads: a hybrid has a network beside its trees.</summary>
    public static long ModelBytes(this Manifest manifest) =>
        manifest.Files.Where(file => file.Path == manifest.ModelFile || file.Path == manifest.EmbeddingFile).Sum(file => file.Bytes);
}
