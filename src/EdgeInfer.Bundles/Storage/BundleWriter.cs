using System.Text.Json;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features.Sets;

namespace EdgeInfer.Bundles.Storage;

/// <summary>Writes bundles whole or not at all.</summary>
public static class BundleWriter
{
    /// <summary>
    /// Writes into a temporary folder beside <paramref name="folder"/> and renames it at the end. A bundle that stood
    /// there is replaced; on any failure it stands as before and the temporary folder is gone.
    /// </summary>
    /// <param name="folder">Where the bundle will stand: absent, empty, or a bundle.</param>
    /// <param name="manifest">Its <see cref="Manifest.Files"/> are filled in here.</param>
    /// <param name="files">The model's file and any other by name; golden.json, model.json and its seal are written here.</param>
    /// <param name="golden">Cases from raw windows to outputs.</param>
    /// <exception cref="InvalidInputException">The bundle would be refused by the reader, or the folder holds something else.</exception>
    public static void Write(
        string folder, Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden) =>
        Write(folder, manifest, files, golden, FeatureSets.Known);

    /// <param name="folder">Where the bundle will stand: absent, empty, or a bundle.</param>
    /// <param name="manifest">Its <see cref="Manifest.Files"/> are filled in here.</param>
    /// <param name="files">The model's file and any other by name; golden.json, model.json and its seal are written here.</param>
    /// <param name="golden">Cases from raw windows to outputs.</param>
    /// <param name="sets">Feature sets that can be computed.</param>
    /// <inheritdoc cref="Write(string, Manifest, IReadOnlyDictionary{string, byte[]}, GoldenSet)"/>
    public static void Write(
        string folder, Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden, FeatureSets sets) =>
        Write(folder, manifest, files, golden, sets, BundleDisk.Real);

    internal static void Write(
        string folder, Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden, FeatureSets sets, BundleDisk disk)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        BundleFolder.RefuseForeign(target);
        var (complete, content) = Checked(target, manifest, files, golden, sets);
        var text = ManifestText.Write(complete);
        content.Add(BundleFiles.Manifest, text);
        content.Add(BundleFiles.Seal, BundleSeal.Of(text).ToBytes());
        var parent = Path.GetDirectoryName(target) ?? throw new InvalidInputException(target, "a bundle cannot be the root folder");
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Path.GetFileName(target)}.{Guid.NewGuid():n}.new");
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var (name, bytes) in content)
                disk.WriteFile(Path.Combine(temporary, name), bytes);
            BundleFolder.Replace(target, temporary, disk);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>The bundle that a reader will find, before it is written: to be tried first.</summary>
    /// <inheritdoc cref="Write(string, Manifest, IReadOnlyDictionary{string, byte[]}, GoldenSet)"/>
    public static Bundle Compose(string folder, Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden)
    {
        var complete = Checked(folder, manifest, files, golden, FeatureSets.Known).Manifest;
        return Bundle.Of(complete, BundleSeal.Of(ManifestText.Write(complete)), files, golden, signature: null);
    }

    private static (Manifest Manifest, SortedDictionary<string, byte[]> Content) Checked(
        string target, Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden, FeatureSets sets)
    {
        if (GoldenRules.FirstFault(golden, manifest) is { } goldenFault)
            throw new InvalidInputException(Path.Combine(target, BundleFiles.Golden), goldenFault.ToString());
        var content = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
            content.Add(name, bytes);
        content[BundleFiles.Golden] = JsonSerializer.SerializeToUtf8Bytes(golden, GoldenJson.Default.GoldenSet);
        var complete = manifest with
        {
            Files = [.. content.Select(file => new ManifestFile(
                file.Key, Sha256Hex.Of(file.Value), file.Value.Length))],
        };
        var place = Path.Combine(target, BundleFiles.Manifest);
        if (ManifestRules.FirstFault(complete, sets) is { } fault)
            throw new InvalidInputException(place, fault.ToString());
        Preprocessors.Create(complete.Preprocessing, complete.Input.ToShape(), sets, place);
        return (complete, content);
    }
}
