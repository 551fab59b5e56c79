using EdgeInfer.Benchmarks.MlNet;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>
/// The bundle har-phone-fasttree: five classes of 100 trees on 247 features. ML.NET's own models are no part of a
/// bundle: they are trained again where the recordings lie beside the checkout, and count only if their trees are the
/// bundle's.
/// </summary>
internal sealed class HarModel
{
    private const string Name = "har-phone-fasttree";

    private readonly Bundle _bundle = BundleReader.Open(Path.Combine(Repository.Root, "models", Name));
    private readonly TaskData? _data;

    public HarModel()
    {
        Ensemble = CompactTreeFile.Read(_bundle.ModelBytes.Span, _bundle.Manifest.ModelFile);
        Shape = _bundle.Manifest.Input.ToShape();
        Extractor = new FeatureExtractor(Shape, null);
        if (Repository.FindSharedData("geotec_har") is { } folder)
            _data = TaskData.Read(new(folder, "har-phone", null));
    }

    public TreeEnsemble Ensemble { get; }

    public WindowShape Shape { get; }

    public FeatureExtractor Extractor { get; }

    /// <summary>Features of real windows, spread over all recordings; null without the recordings.</summary>
    public float[][]? Rows(int count)
    {
        if (_data is null)
            return null;
        float[][] all = [.. FeatureTable.Extract(_data.Train, Extractor), .. FeatureTable.Extract(_data.Test, Extractor)];
        return [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Length / count)])];
    }

    /// <summary>ML.NET's models of the same trees, one a class; none without the recordings.</summary>
    public IReadOnlyList<FileInfo> MlNetFiles()
    {
        FileInfo[] files =
        [
            .. Enumerable.Range(0, Ensemble.OutputCount)
                .Select(output => ArtifactsFolder.File(Invariant($"{Name}-{_bundle.Sha256[..12]}-{output}{MlNetFile.Extension}"))),
        ];
        if (files.All(file => file.Exists))
            return files;
        if (_data is null)
            return [];
        var rows = FeatureTable.Extract(_data.Train, Extractor);
        for (var output = 0; output < files.Length; output++)
            ClassFit.Keep(Ensemble, output, rows, _data.Train.Labels, _bundle.Manifest.Training.Seed, files[output]);
        return files;
    }
}
