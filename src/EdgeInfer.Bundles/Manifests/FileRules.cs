using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Names, sizes and hashes of the files that a manifest lists.</summary>
internal static class FileRules
{
    public static Fault? FirstFault(Manifest manifest)
    {
        var files = manifest.Files;
        if (files.Count is < 1 or > ManifestLimits.Files)
            return new("$.files", Invariant($"{files.Count} files, not 1 to {ManifestLimits.Files}"));
        for (var index = 0; index < files.Count; index++)
        {
            if (FileFault(files[index], Invariant($"$.files[{index}]")) is { } fault)
                return fault;
            if (files.Take(index).Any(one => one.Path.Equals(files[index].Path, StringComparison.OrdinalIgnoreCase)))
                return new(Invariant($"$.files[{index}].path"), $"'{files[index].Path}' stands twice");
        }

        if (files.Sum(file => file.Bytes) > BundleLimits.TotalBytes)
            return new("$.files", Invariant($"{files.Sum(file => file.Bytes)} bytes together, more than {BundleLimits.TotalBytes}"));
        if (files.All(file => file.Path != BundleFiles.Golden))
            return new("$.files", $"{BundleFiles.Golden} is not listed");
        return IsModel(manifest.ModelFile, manifest)
            ? EmbeddingFault(manifest)
            : new("$.model_file", $"'{manifest.ModelFile}' is not a model listed in files");
    }

    /// <summary>Why a name cannot be one of a bundle's files, or null.</summary>
    public static string? NameFault(string name)
    {
        if (!ManifestPattern.FileName.IsMatch(name))
            return $"'{name}' is not a plain file name of letters, digits, '.', '_' and '-'";
        return name.Equals(BundleFiles.Manifest, StringComparison.OrdinalIgnoreCase)
            || name.Equals(BundleFiles.Seal, StringComparison.OrdinalIgnoreCase)
            || name.Equals(BundleFiles.Signature, StringComparison.OrdinalIgnoreCase)
            ? $"'{name}' is reserved"
            : null;
    }

    private static Fault? EmbeddingFault(Manifest manifest)
    {
        if (!manifest.Engine.HasEmbedding)
        {
            return manifest.EmbeddingFile is null
                ? null
                : new("$.embedding_file", $"'{manifest.EmbeddingFile}' stands beside engine {manifest.Engine}; only a hybrid has one");
        }

        return manifest.EmbeddingFile is { } file && file != manifest.ModelFile && IsModel(file, manifest)
            ? null
            : new("$.embedding_file", $"'{manifest.EmbeddingFile}' is not a second model listed in files");
    }

    private static bool IsModel(string name, Manifest manifest) =>
        name != BundleFiles.Golden && manifest.Files.Any(file => file.Path == name);

    private static Fault? FileFault(ManifestFile file, string path)
    {
        if (NameFault(file.Path) is { } reason)
            return new(path + ".path", reason);
        if (!ManifestPattern.Sha256.IsMatch(file.Sha256))
            return new(path + ".sha256", $"'{file.Sha256}' is not 64 lower-case hexadecimal digits");
        return file.Bytes is < 1 or > BundleLimits.FileBytes
            ? new(path + ".bytes", Invariant($"{file.Bytes} is outside 1 to {BundleLimits.FileBytes}"))
            : null;
    }
}
