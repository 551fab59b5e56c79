using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Tests.Commands;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Data;

/// <summary>What trainers make of a missing value differs, and ML.NET loses some of it: none ever meets one.</summary>
[Slow("trains trees and proves them")]
public sealed class NonFiniteRowTests
{
    [Theory]
    [InlineData("fasttree", "NaN")]
    [InlineData("forest", "inf")]
    [InlineData("lightgbm", "nan")]
    [InlineData("lightgbm", "-Infinity")]
    public void AWindowWithASampleThatIsNoNumberTeachesNothing(string family, string word)
    {
        using var folder = new TinyRecordings();
        Spoil(folder, "anna-slow.csv", word);
        Spoil(folder, "dora-fast.csv", word);

        var text = ConsoleText.Of(() => Assert.Equal(0, TrainingCommands.Invoke(
            TreesCommand.Create(), "--data", folder.Data, "--quick", "--family", family, "--out", folder.Out)));

        Assert.Contains(
            "tiny: 2 windows to train on and 1 to test on hold NaN or an infinity; they are left out", text, StringComparison.Ordinal);
        var bundle = BundleReader.Open(Path.Combine(folder.Out, $"tiny-{family}"));
        Assert.Equal(9 * 15 - 2, bundle.Manifest.Training.Windows);
        Assert.Equal(23, bundle.Manifest.Metrics.Single(metric => metric.Name == "accuracy").Windows);
        var trees = CompactTreeFile.Read(bundle.ModelBytes.Span, "model.trees").Trees;
        Assert.All(trees, tree => Assert.Null(tree.MissingLeft));
        Assert.All(trees.SelectMany(tree => tree.Threshold), threshold => Assert.True(float.IsFinite(threshold)));
    }

    [Fact]
    public void AValueThatPreprocessingMakesInfiniteIsRefused() => Assert.Equal(
        "window: holds a sample of which preprocessing makes NaN or an infinity; correct it or leave out its recording",
        Assert.Throws<InvalidInputException>(
            () => PreprocessedWindows.Of([1e30f], new Standardization([0], [1e-30f], length: 1))).Message);

    private static void Spoil(TinyRecordings folder, string file, string word)
    {
        var path = Path.Combine(folder.Data, file);
        var lines = File.ReadAllLines(path);
        // The 41st sample: in training windows of 32 samples that begin at 16 and 32, in the test window that begins at 32.
        lines[41] = $"{lines[41].Split(',')[0]},{word}";
        File.WriteAllLines(path, lines);
    }
}
