using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Commands;
using EdgeInfer.Serving.Explanations;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Commands;

public sealed class WindowChoiceTests
{
    [Fact]
    public void AWindowOfADataSetIsNamedAsInItsMessages()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a");

        var window = Find(bundle, new("a/1000000000", data, null));

        Assert.Equal(("a/1000000000", "high"), (window.Id, window.Truth));
        Assert.Equal(1, window.Values[0]);
    }

    [Fact]
    public void AGoldenCaseIsNamedByItsNumber()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);

        var window = Find(bundle, new("golden/1", null, null));

        Assert.Equal(("golden/1", null), (window.Id, window.Truth));
        Assert.Equal(TinyTask.Window(1), window.Values);
    }

    [Theory]
    [InlineData("a", false, "is no window")]
    [InlineData("a/x", true, "is no window")]
    [InlineData("a/0", false, "without --data")]
    [InlineData("golden/2", false, "golden/0 to golden/1")]
    [InlineData("b/0", true, "no recording 'b'; there are a, train")]
    [InlineData("a/1200000000", true, "the nearest is a/1000000000")]
    public void AWindowThatIsNotThereIsRefused(string window, bool inData, string reason)
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);
        var data = inData ? TinyTask.WriteData(folder.File("data"), windows: 4, "a") : null;

        var error = Assert.Throws<InvalidInputException>(() => Find(bundle, new(window, data, null)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWindowThatIsNeverAnsweredIsNotExplained()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a");
        var file = Path.Combine(data, "a.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("1200,1,0,", "1200,1,NaN,", StringComparison.Ordinal));

        var error = Assert.Throws<InvalidInputException>(() => Find(bundle, new("a/1000000000", data, null)));

        Assert.EndsWith(
            "; 1 windows of the recording hold NaN or an infinity and are never answered", error.Message, StringComparison.Ordinal);
    }

    private static ExplainedWindow Find(string path, WindowChoice choice)
    {
        var bundle = BundleReader.Open(path);
        using var ready = ReadyBundle.Of(bundle, path, TimeProvider.System);
        return choice.Find(bundle, ready);
    }
}
