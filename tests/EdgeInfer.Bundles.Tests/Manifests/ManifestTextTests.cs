using System.Globalization;
using System.Text;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Bundles.Tests.Manifests;

public class ManifestTextTests
{
    private static readonly string Snapshot =
        Path.Combine(Repository.Root, "tests", "EdgeInfer.Bundles.Tests", "Manifests", "model.snapshot.json");

    [Theory]
    [InlineData(".", "-")]
    [InlineData(",", "-")]
    [InlineData("\u066B", "\u2212")]
    public void TheManifestIsWrittenAlikeInEveryCulture(string decimalSeparator, string negativeSign)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = decimalSeparator;
            foreign.NumberFormat.NegativeSign = negativeSign;
            CultureInfo.CurrentCulture = foreign;

            Assert.Equal(File.ReadAllText(Snapshot), Encoding.UTF8.GetString(ManifestText.Write(Samples.Manifest)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        var bytes = ManifestText.Write(Samples.Manifest);

        Assert.Equal(bytes, ManifestText.Write(JsonText.Read(bytes, ManifestJson.Default.Manifest, "model.json")));
    }

    [Fact]
    public void AFrameSaysItsFitUnlessItIsExact()
    {
        ManifestFrame exact = new(2, 3, FrameColour.Gray);
        Manifest With(ManifestFrame frame) => Samples.Manifest with { Input = Samples.Manifest.Input with { Frame = frame } };
        Manifest Read(Manifest manifest) => JsonText.Read(ManifestText.Write(manifest), ManifestJson.Default.Manifest, "model.json");

        Assert.DoesNotContain("fit", Encoding.UTF8.GetString(ManifestText.Write(With(exact))), StringComparison.Ordinal);
        Assert.Equal(exact, Read(With(exact)).Input.Frame);
        Assert.Equal(FrameFit.Crop, Read(With(exact with { Fit = FrameFit.Crop })).Input.Frame!.Fit);
    }

    [Fact]
    public void ResamplingIsWrittenWhereItIsNotLinearAndReadBack()
    {
        Assert.DoesNotContain("resampling", Encoding.UTF8.GetString(ManifestText.Write(Samples.Manifest)), StringComparison.Ordinal);
        var filtered = Samples.Manifest with { Input = Samples.Manifest.Input with { Resampling = ResamplingRule.Filtered } };
        var bytes = ManifestText.Write(filtered);

        Assert.Contains("\"resampling\": \"filtered\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var read = JsonText.Read(bytes, ManifestJson.Default.Manifest, "model.json").Input.ToShape();
        Assert.Equal(ResamplingRule.Filtered, ManifestInput.Of(read).Resampling);
    }

    [Theory]
    [InlineData("\"family\": \"cnn\",", "", "'family'")]
    [InlineData("\"schema\": 1,", "\"schema\": 1, \"colour\": 2,", "$.colour: ")]
    [InlineData("\"schema\": 1,", "\"schema\": \"1\",", "model.json:2: $.schema: ")]
    [InlineData("\"classification\"", "0", "$.task.kind: ")]
    [InlineData("\"classification\"", "\"guessing\"", "$.task.kind: ")]
    [InlineData("\"window\": 3,", "", "'window'")]
    [InlineData("\"version\": \"1.2.3\"", "\"version\": null", "$.version: ")]
    [InlineData("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", "$.schema: ")]
    public void AWrongMemberIsNamed(string found, string put, string expected)
    {
        var text = Encoding.UTF8.GetString(ManifestText.Write(Samples.Manifest));
        Assert.Contains(found, text, StringComparison.Ordinal);

        var error = Assert.Throws<InvalidInputException>(() => JsonText.Read(
            Encoding.UTF8.GetBytes(text.Replace(found, put, StringComparison.Ordinal)), ManifestJson.Default.Manifest, "model.json"));

        Assert.StartsWith("model.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var bytes = ManifestText.Write(Samples.Manifest);
        for (var length = 0; length < bytes.Length - 2; length += 7)
            Assert.Throws<InvalidInputException>(() => JsonText.Read(bytes.AsSpan(0, length), ManifestJson.Default.Manifest, "model.json"));
    }
}
