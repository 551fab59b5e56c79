using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Comparison.Checks;

internal static class ManifestModelFile
{
    /// <summary>The file that the engine loads, with its hash and size.</summary>
    public static ManifestFile MainFile(this Manifest manifest) =>
        manifest.Files.FirstOrDefault(file => string.Equals(file.Path, manifest.ModelFile, StringComparison.Ordinal))
        ?? throw new InvalidInputException(
            manifest.Name, $"model_file '{manifest.ModelFile}' is not among the manifest's files");

    /// <summary>Bytes of all files that the engine loads: a hybrid has a network beside its trees.</summary>
    public static long ModelBytes(this Manifest manifest) =>
        manifest.Files.Where(file => file.Path == manifest.ModelFile || file.Path == manifest.EmbeddingFile).Sum(file => file.Bytes);
}
