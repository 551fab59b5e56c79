using System.Text;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Bundles.Tests.Vocabulary;

public sealed class VocabularyTests
{
    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "models"), BundleFiles.Manifest, SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];

    /// <summary>Fields that came later and are not in an older manifest are written as absent; all else as it stood.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryShippedManifestIsWrittenAsItWasRead(string bundle)
    {
        var path = Path.Combine(Repository.Root, "models", bundle, BundleFiles.Manifest);

        var manifest = BundleReader.Open(Path.GetDirectoryName(path)!).Manifest;

        var written = new Queue<string>(Lines(Encoding.UTF8.GetString(ManifestText.Write(manifest))));
        foreach (var line in Lines(File.ReadAllText(path)))
        {
            while (written.TryPeek(out var added) && added != line && IsAbsent(added))
                written.Dequeue();
            Assert.Equal(line, written.Dequeue());
        }

        Assert.All(written, added => Assert.True(IsAbsent(added), added));
        Assert.True(manifest.Family.IsKnown);
    }

    [Theory]
    [InlineData("fasttree", "FastTree", Learner.Trees)]
    [InlineData("forest", "random forest", Learner.Trees)]
    [InlineData("cnn", "CNN", Learner.Network)]
    [InlineData("cnn-pruned-distilled", "cnn-pruned-distilled", Learner.Network)]
    [InlineData("hybrid", "hybrid", Learner.Hybrid)]
    [InlineData("kmeans", "k-means", Learner.Distance)]
    [InlineData("autoencoder", "autoencoder", Learner.Network)]
    [InlineData("cnn-large", "cnn-large", null)]
    [InlineData("gru", "gru", null)]
    public void AFamilySaysWhatLearntItsModels(string name, string title, Learner? learner)
    {
        var family = ModelFamily.Of(name);

        Assert.Equal((name, title, learner), (family.Name, family.Title, family.Learner));
    }

    [Fact]
    public void WhatTheFamilyOfAnImportedModelDoesNotSayItsEngineSays()
    {
        Assert.Equal(Learner.Trees, ModelFamily.Of("imported").LearnerIn(ModelEngine.Tree));
        Assert.Equal(Learner.Network, ModelFamily.Of("imported").LearnerIn(ModelEngine.Onnx));
        Assert.Equal(Learner.Distance, ModelFamily.Pca.LearnerIn(ModelEngine.Onnx));
        Assert.Null(ModelFamily.Of("gru").LearnerIn(ModelEngine.Of("lua")));
    }

    [Fact]
    public void ADeviceRunsAFamilyThatItDoesNotKnowWhereItKnowsTheEngine() => Assert.Null(ManifestRules.FirstFault(Named("gru")));

    [Fact]
    public void AnEngineThatIsNotKnownIsRefusedWithThoseThatAre() => Assert.Equal(
        "$.engine: 'gru' is none of tree, onnx, hybrid; a newer version may know it",
        ManifestRules.FirstFault(Named("gru") with { Engine = ModelEngine.Of("gru") })?.ToString());

    [Fact]
    public void ANewerBundleSaysFirstWhichVersionItNeeds() => Assert.StartsWith(
        "$.minimum_runtime: needs version 99.0.0",
        ManifestRules.FirstFault(Named("gru") with { Engine = ModelEngine.Of("gru"), MinimumRuntime = "99.0.0" })?.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void AWordThatIsNoTextIsRefusedWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        var path = Samples.Write(folder.File("bundle"));
        var json = Path.Combine(path, BundleFiles.Manifest);
        File.WriteAllText(json, File.ReadAllText(json).Replace("\"family\": \"cnn\"", "\"family\": 7", StringComparison.Ordinal));

        Assert.Contains("$.family", Assert.Throws<InvalidInputException>(() => BundleReader.Open(path)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string json) => json.Split('\n').Select(line => line.TrimEnd(','));

    private static bool IsAbsent(string line) =>
        line.EndsWith(": null", StringComparison.Ordinal) || line.EndsWith(": false", StringComparison.Ordinal);

    private static Manifest Sound { get; } = BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-int8")).Manifest;

    private static Manifest Named(string family) => Sound with
    {
        Name = $"{Sound.Task.Name}-{family}-{Sound.Format}", Family = ModelFamily.Of(family),
    };
}
