using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Tests.Export;

public sealed class BundleDraftTests
{
    private static readonly Bundle Shipped = BundleReader.Open(Path.Combine(Repository.Root, "models", "har-phone-cnn-int8"));

    [Fact]
    public void ABundleThatAnswersItsGoldenCasesIsWritten()
    {
        using var folder = new TemporaryFolder();

        var place = Draft(Shipped.Golden).Write(folder.File("bundles"));

        Assert.Equal(Shipped.ModelBytes.ToArray(), BundleReader.Open(place).ModelBytes.ToArray());
    }

    [Fact]
    public void OneThatAnswersOtherwiseIsRefusedBeforeItCanBeWritten()
    {
        var wrong = Shipped.Golden.Cases[1] with { Output = [.. Shipped.Golden.Cases[1].Output.Reverse()] };

        var error = Assert.Throws<InvalidInputException>(() => Draft(Shipped.Golden with { Cases = [Shipped.Golden.Cases[0], wrong] }));

        Assert.StartsWith("har-phone-cnn-int8: golden case 1: '", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; nothing was exported", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherLabelIsRefusedWithinTheToleranceToo()
    {
        var unsure = Shipped.Golden.Cases.MinBy(golden => golden.Output.Max())!;
        int[] labels = [.. Enumerable.Range(0, unsure.Output.Length).OrderByDescending(label => unsure.Output[label])];
        float[] turned = [.. unsure.Output];
        turned[labels[0]] -= 0.99f;
        turned[labels[1]] += 0.99f;

        var error = Assert.Throws<InvalidInputException>(() => Draft(new GoldenSet(1, [unsure with { Output = turned }])));

        Assert.Contains("golden case 0: names '", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Every verb that exports is held to the proof: none writes past it.</summary>
    [Fact]
    public void NothingElseInTheTrainerWritesBundles()
    {
        var trainer = Path.Combine(Repository.Root, "tools", "EdgeInfer.Trainer");
        const string Writing = $"{nameof(BundleWriter)}.{nameof(BundleWriter.Write)}(";

        Assert.Equal(
            ["BundleDraft.cs"],
            Directory.EnumerateFiles(trainer, "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains(Writing, StringComparison.Ordinal))
                .Select(Path.GetFileName));
    }

    private static BundleDraft Draft(GoldenSet golden) => BundleDraft.From(
        Shipped.Manifest, ModelFacts.Of(Shipped.Manifest), golden, Shipped.ModelBytes.ToArray());
}
