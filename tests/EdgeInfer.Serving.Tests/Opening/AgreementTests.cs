using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Opening;

public sealed class AgreementTests
{
    [Fact]
    public void ABundleOfTheSameWindowsIsTaken() => Check("tiny", TinyTask.Labels, TinyTask.Shape);

    [Fact]
    public void AnotherTaskIsRefused() => Refused("made for task 'tiny', the data is of 'other'", "other", TinyTask.Labels, TinyTask.Shape);

    [Fact]
    public void LabelsInAnotherOrderAreRefused() =>
        Refused("has labels [low, high], the data [high, low]", "tiny", ["high", "low"], TinyTask.Shape);

    [Fact]
    public void ChannelsInAnotherUnitAreRefused() => Refused(
        "made for channels [x in g, y in g], the data has [x in m/s2, y in g]",
        "tiny", TinyTask.Labels, TinyTask.Shape with { Channels = [new Channel("x", "m/s2"), new Channel("y", "g")] });

    [Fact]
    public void WindowsOfAnotherLengthAreRefused() => Refused(
        "windows of 10 samples at 10 Hz, the data gives 20 at 10 Hz", "tiny", TinyTask.Labels, TinyTask.Shape with { Length = 20 });

    [Theory]
    [InlineData(FrameFit.Crop, FrameFit.Crop, true)]
    [InlineData(FrameFit.Crop, FrameFit.Exact, true)]
    [InlineData(FrameFit.Crop, FrameFit.Pad, false)]
    [InlineData(FrameFit.Exact, FrameFit.Pad, false)]
    public void FramesMustBeFittedAsTheBundleSaysUnlessAllPicturesHaveItsSize(FrameFit made, FrameFit given, bool agrees)
    {
        var frame = new FrameShape(20, 32, FrameColour.Rgb);
        var error = Record.Exception(() => Agreement.CheckWindows(
            (frame with { Fit = made }).ToWindow(1), "bundle", (frame with { Fit = given }).ToWindow(1)));

        Assert.Equal(agrees, error is null);
        if (!agrees)
        {
            Assert.Equal(
                $"bundle: made for frames of 20 x 32 px (fit: {made.ToString().ToLowerInvariant()}), "
                + "the data gives frames of 20 x 32 px (fit: pad)",
                error!.Message);
        }
    }

    [Fact]
    public void AFrameOfAnotherSizeIsRefused()
    {
        var made = new FrameShape(20, 32, FrameColour.Rgb);

        Assert.Throws<InvalidInputException>(() => Agreement.CheckWindows(made.ToWindow(1), "b", (made with { Width = 21 }).ToWindow(1)));
        Assert.Throws<InvalidInputException>(() => Agreement.CheckWindows(TinyTask.Shape, "b", made.ToWindow(1)));
    }

    [Fact]
    public void SamplesThatAreFilteredOtherwiseAreRefused() => Refused(
        "made for samples whose resampling is 'linear', the data says 'filtered'",
        "tiny", TinyTask.Labels, TinyTask.Shape with { Resampling = ResamplingRule.Filtered });

    [Fact]
    public void AModelGivenTwiceIsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = TinyTask.WriteTreeBundle(folder.File("bundle"));
        using var bundles = ReadyBundles.Open([path, path], TimeProvider.System);

        var error = Assert.Throws<InvalidInputException>(() => Agreement.Check(bundles.All, "tiny", TinyTask.Labels, TinyTask.Shape));

        Assert.Contains("'tiny-fasttree-exact' is given twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralWindowsThatMustAgreeAreRefusedWhereEachImageIsAStream()
    {
        using var folder = new TemporaryFolder();
        var path = TinyTask.WriteTreeBundle(folder.File("bundle"), decision: new DecisionRule(0, K: 2, N: 3, Hysteresis: 0));
        using var bundles = ReadyBundles.Open([path], TimeProvider.System);

        var error = Assert.Throws<InvalidInputException>(() => Agreement.RequireDecisionsOfOneWindow(bundles.All));

        Assert.StartsWith($"{path}/model.json: $.decision.k: 2 of 3 windows must agree", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneWindowOfSeveralDecidesForAnImage()
    {
        using var folder = new TemporaryFolder();
        var path = TinyTask.WriteTreeBundle(folder.File("bundle"), decision: new DecisionRule(0, K: 1, N: 3, Hysteresis: 0));
        using var bundles = ReadyBundles.Open([path], TimeProvider.System);

        Assert.Null(Record.Exception(() => Agreement.RequireDecisionsOfOneWindow(bundles.All)));
    }

    private static void Refused(string expected, string task, string[] labels, WindowShape shape) =>
        Assert.Contains(expected, Assert.Throws<InvalidInputException>(() => Check(task, labels, shape)).Message, StringComparison.Ordinal);

    private static void Check(string task, string[] labels, WindowShape shape)
    {
        using var folder = new TemporaryFolder();
        using var bundles = ReadyBundles.Open([TinyTask.WriteTreeBundle(folder.File("bundle"))], TimeProvider.System);
        Agreement.Check(bundles.All, task, labels, shape);
    }
}
