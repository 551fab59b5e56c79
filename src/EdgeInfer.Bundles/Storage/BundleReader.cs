using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features.Sets;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Storage;

/// <summary>Opens bundles from anywhere: no parser meets a model before size and hash of every file are right.</summary>
public static class BundleReader
{
    /// <param name="path">A folder, or a .zip file.</param>
    /// <exception cref="InvalidInputException">Names the file, the field and the reason.</exception>
    public static Bundle Open(string path) => Open(path, FeatureSets.Known);

    /// <param name="path">A folder, or a .zip file.</param>
    /// <param name="sets">Feature sets that can be computed.</param>
    /// <inheritdoc cref="Open(string)"/>
    public static Bundle Open(string path, FeatureSets sets)
    {
        using var content = OpenContent(path);
        var bytes = ReadBounded(content, BundleFiles.Manifest, BundleLimits.ManifestBytes, path)
            ?? throw new InvalidInputException(Path.Combine(path, BundleFiles.Manifest), "missing: this is no bundle");
        // Text that is no JSON is told by its line; a seal would only say that something changed.
        var manifest = ReadManifest(bytes, path, sets);
        var seal = BundleSeal.Of(bytes);
        seal.Require(ReadBounded(content, BundleFiles.Seal, BundleLimits.SealBytes, path), path);
        RefuseStrangers(content, manifest, path);
        var files = new Dictionary<string, byte[]>();
        foreach (var file in manifest.Files)
            files.Add(file.Path, ReadChecked(content, file, path));
        var place = Path.Combine(path, BundleFiles.Golden);
        var golden = JsonText.Read(files[BundleFiles.Golden], GoldenJson.Default.GoldenSet, place);
        if (GoldenRules.FirstFault(golden, manifest) is { } fault)
            throw new InvalidInputException(place, fault.ToString());
        return Bundle.Of(manifest, seal, files, golden, ReadSignature(content, path));
    }

    private static IBundleContent OpenContent(string path)
    {
        if (Directory.Exists(path))
            return new FolderContent(path);
        return File.Exists(path)
            ? ZipContent.Open(path)
            : throw new InvalidInputException(path, "no bundle here: neither a folder nor a .zip file");
    }

    private static Manifest ReadManifest(byte[] bytes, string path, FeatureSets sets)
    {
        var place = Path.Combine(path, BundleFiles.Manifest);
        var manifest = JsonText.Read(bytes, ManifestJson.Default.Manifest, place);
        if (ManifestRules.FirstFault(manifest, sets) is { } fault)
            throw new InvalidInputException(place, fault.ToString());
        Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape(), sets, place);
        return manifest;
    }

    private static void RefuseStrangers(IBundleContent content, Manifest manifest, string path)
    {
        var allowed = manifest.Files.Select(file => file.Path)
            .Append(BundleFiles.Manifest).Append(BundleFiles.Seal).Append(BundleFiles.Signature).ToHashSet();
        if (content.Names.FirstOrDefault(name => !allowed.Contains(name)) is { } stranger)
            throw new InvalidInputException(Path.Combine(path, stranger), $"not listed in {BundleFiles.Manifest}");
    }

    private static byte[] ReadChecked(IBundleContent content, ManifestFile file, string path)
    {
        var place = Path.Combine(path, file.Path);
        if (!content.Names.Contains(file.Path))
            throw new InvalidInputException(place, $"missing, but {BundleFiles.Manifest} lists it");
        var length = content.LengthOf(file.Path);
        if (length != file.Bytes)
            throw new InvalidInputException(place, Invariant($"{length} bytes, but {BundleFiles.Manifest} says {file.Bytes}"));
        var bytes = content.Read(file.Path);
        var sha256 = Sha256Hex.Of(bytes);
        return sha256 == file.Sha256
            ? bytes
            : throw new InvalidInputException(
                place, $"sha256 is {sha256}, but {BundleFiles.Manifest} says {file.Sha256}: damaged or altered");
    }

    private static ReadOnlyMemory<byte>? ReadSignature(IBundleContent content, string path) =>
        ReadBounded(content, BundleFiles.Signature, BundleLimits.SignatureBytes, path) is { } bytes ? (ReadOnlyMemory<byte>?)bytes : null;

    private static byte[]? ReadBounded(IBundleContent content, string name, long limit, string path)
    {
        if (!content.Names.Contains(name))
            return null;
        var length = content.LengthOf(name);
        return length >= 1 && length <= limit
            ? content.Read(name)
            : throw new InvalidInputException(Path.Combine(path, name), Invariant($"{length} bytes, not 1 to {limit}"));
    }
}
