using System.Runtime.InteropServices;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Benchmarks.Networks;

/// <summary>A network in int8 and the one in fp32 that it was made from.</summary>
internal sealed record NetworkPair(Bundle Fp32, Bundle Int8)
{
    public string Name => Int8.Manifest.Name;

    /// <summary>The golden windows of the network in fp32, preprocessed: both are run on these.</summary>
    public float[][] Inputs()
    {
        var manifest = Fp32.Manifest;
        var preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
        return [.. Fp32.Golden.Cases.Select(golden => PreprocessedWindows.Of(golden.Window, preprocessor))];
    }

    /// <summary>The same, row after row.</summary>
    public byte[] InputBytes() => MemoryMarshal.AsBytes<float>(Inputs().SelectMany(input => input).ToArray()).ToArray();

    /// <summary>
    /// Every int8 network among the bundles in a folder, with the fp32 network of its task whose family its own begins with.
    /// </summary>
    /// <exception cref="InvalidInputException">There is no pair, or a bundle is refused.</exception>
    public static IReadOnlyList<NetworkPair> Find(string folder)
    {
        Bundle[] networks =
        [
            .. Directory.EnumerateDirectories(folder)
                .Where(place => File.Exists(Path.Combine(place, BundleFiles.Manifest)))
                .Order(StringComparer.Ordinal)
                .Select(BundleReader.Open)
                .Where(bundle => bundle.Manifest.Engine.HasLayers),
        ];
        NetworkPair[] pairs =
        [
            .. from int8 in networks
               where int8.Manifest.Format == ModelFormat.Int8
               let fp32 = networks.Where(other => IsSource(other, int8)).MaxBy(other => other.Manifest.Family.Name.Length)
               where fp32 is not null
               select new NetworkPair(fp32, int8),
        ];
        return pairs.Length > 0
            ? pairs
            : throw new InvalidInputException(folder, "no bundle of a network in int8 beside the one in fp32 that it was made from");
    }

    private static bool IsSource(Bundle fp32, Bundle int8) =>
        fp32.Manifest.Format == ModelFormat.Fp32 && fp32.Manifest.Task.Name == int8.Manifest.Task.Name
        && $"{int8.Manifest.Family}-".StartsWith($"{fp32.Manifest.Family}-", StringComparison.Ordinal);
}
