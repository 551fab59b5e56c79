using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Bundles.Tests.Preprocessing;

public class PreprocessorsTests
{
    private static readonly WindowShape Shape = new([new("ax", "m/s2"), new("ay", "m/s2")], 50, 64, 64, 0.5);

    private static readonly IReadOnlyList<string> Names = new FeatureExtractor(Shape, null).Names;

    [Fact]
    public void StandardizeShiftsAndScales()
    {
        var output = new float[128];

        Preprocessors.Create(new(Standardization.Id, Mean: [1, 2], Deviation: [2, 4]), Shape)
            .Apply(Enumerable.Repeat(5f, 128).ToArray(), output);

        Assert.Equal((2f, 0.75f), (output[0], output[127]));
    }

    [Fact]
    public void MuLawCompandsWhatIsStandardised()
    {
        var output = new float[128];

        Preprocessors.Create(new(MuLawCompanding.Id, Mean: [1, 2], Deviation: [4, 4]), Shape)
            .Apply(Enumerable.Repeat(5f, 128).ToArray(), output);

        Assert.Equal((1f, (float)(Math.Log(16) / Math.Log(21))), (output[0], output[127]));
    }

    [Fact]
    public void FeaturesOfThisVersionAreAccepted() =>
        Assert.Equal(Names.Count, Preprocessors.Create(new(FeatureExtractor.Id, Names), Shape).OutputLength);

    [Fact]
    public void OtherFeaturesAreRefusedNamingTheFirst()
    {
        string[] renamed = [.. Names.Take(3), "ax_mystery", .. Names.Skip(4)];

        Assert.Equal(
            $"model.json: $.preprocessing.feature_names: feature 3 is 'ax_mystery' but this version computes '{Names[3]}'",
            MessageOf(new(FeatureExtractor.Id, renamed)));
        Assert.Equal(
            $"model.json: $.preprocessing.feature_names: {Names.Count - 1} features but this version computes {Names.Count}",
            MessageOf(new(FeatureExtractor.Id, [.. Names.SkipLast(1)])));
    }

    [Fact]
    public void AnUnknownPreprocessingIsRefused() =>
        Assert.StartsWith("model.json: $.preprocessing.id: 'magic/1'", MessageOf(new("magic/1")), StringComparison.Ordinal);

    [Fact]
    public void ABundleOfOtherFeaturesIsNotWritten()
    {
        using var temporary = new TemporaryFolder();
        var manifest = Samples.Manifest with { Preprocessing = new(FeatureExtractor.Id, ["ax_mystery"]) };

        var error = Assert.Throws<InvalidInputException>(() =>
            BundleWriter.Write(temporary.File("bundle"), manifest, Samples.Files, Samples.Golden));

        Assert.Contains("feature 0 is 'ax_mystery'", error.Message, StringComparison.Ordinal);
    }

    private static string MessageOf(ManifestPreprocessing preprocessing) =>
        Assert.Throws<InvalidInputException>(() => Preprocessors.Create(preprocessing, Shape)).Message;
}
