using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Serving.Tests.Opening;

/// <summary>A newer set of features beside the one that bundles were trained on.</summary>
public sealed class FeatureSetTests
{
    private static readonly FeatureSets Both = FeatureSets.Known.With(NewerFeatures.Set);

    [Fact]
    public void ABundleOfTheOlderSetAnswersTheSameBits()
    {
        var path = Path.Combine(Repository.Root, "models", "har-phone-fasttree");
        var (before, bundle) = (BundleReader.Open(path), BundleReader.Open(path, Both));
        using var alone = ReadyBundle.Of(before, path, TimeProvider.System);
        using var beside = ReadyBundle.Of(bundle, path, TimeProvider.System, Both);

        foreach (var window in bundle.Golden.Cases.Select(golden => golden.Window))
        {
            alone.Lane.TryScore(window);
            beside.Lane.TryScore(window);
            Assert.Equal(alone.Lane.Scores, beside.Lane.Scores);
            Assert.Equal(Features(window, before.Manifest, FeatureSets.Known), Features(window, bundle.Manifest, Both));
        }
    }

    [Fact]
    public void ABundleOfTheNewerSetIsServedByIt()
    {
        using var folder = new TemporaryFolder();
        var path = WriteNewer(folder);

        using var ready = ReadyBundle.Of(BundleReader.Open(path, Both), path, TimeProvider.System, Both);

        // The tree splits at 1.5: only a doubled sample of 1 is above.
        Assert.Equal(0, ready.Lane.Run(TinyTask.Window(0.5f)).Label);
        Assert.Equal(1, ready.Lane.Run(TinyTask.Window(1)).Label);
    }

    [Fact]
    public void WhereTheNewerSetIsMissingItsBundleIsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        var path = WriteNewer(folder);

        var error = Assert.Throws<InvalidInputException>(() => BundleReader.Open(path));

        Assert.EndsWith(
            "$.preprocessing.id: 'signal-features/2' is none of standardize/1, mu-law/1, signal-features/1, image-features/1",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsTrainedFromNowOnTakesTheNewestSetOfItsWindows()
    {
        Assert.Equal("signal-features/2", Both.NewestFor(TinyTask.Shape).Id);
        Assert.Equal("signal-features/1", FeatureSets.Known.NewestFor(TinyTask.Shape).Id);
        Assert.Equal("image-features/1", Both.NewestFor(TinyTask.Shape with { Frame = new(8, 8, Core.Windows.FrameColour.Gray) }).Id);
    }

    [Fact]
    public void AnIdIsNeverGivenAnotherMeaning() =>
        Assert.Throws<ArgumentException>(() => Both.With(NewerFeatures.Set));

    private static float[] Features(float[] window, Manifest manifest, FeatureSets sets)
    {
        var extractor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape(), sets);
        var features = new float[extractor.OutputLength];
        extractor.Apply(window, features);
        return features;
    }

    private static string WriteNewer(TemporaryFolder folder)
    {
        var trees = TinyTask.Ensemble with { FeatureCount = 2, Trees = [new DecisionTree(0, [0], [1.5f], [~0], [~1], [-1, 1])] };
        var manifest = BundleReader.Open(TinyTask.WriteTreeBundle(folder.File("older"))).Manifest with
        {
            Preprocessing = new ManifestPreprocessing(NewerFeatures.Set.Id, ["x_twice_first", "y_twice_first"]),
        };
        BundleWriter.Write(
            folder.File("newer"),
            manifest,
            new Dictionary<string, byte[]> { [manifest.ModelFile] = CompactTreeFile.Write(trees) },
            new GoldenSet(1e-6, TinyTask.Golden.Cases),
            Both);
        return folder.File("newer");
    }
}
