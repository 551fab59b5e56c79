using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Drafting;

public sealed class ImageDraftTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PicturesOfOneSizeGiveThatFrame()
    {
        Classes((_, _) => (200, 100));

        var draft = Draft();

        Assert.Equal(new DatasetFrame(200, 100, FrameColour.Rgb), draft.Dataset.Frame);
        Assert.DoesNotContain(draft.Sentences, warning => warning.Contains("frame", StringComparison.Ordinal));
    }

    [Fact]
    public void SizesOfOneShapeAreStretchedToTheirMedian()
    {
        Classes((_, i) => (40 + 10 * i, 20 + 5 * i));

        var draft = Draft();

        Assert.Equal(new DatasetFrame(60, 30, FrameColour.Rgb, FrameFit.Stretch), draft.Dataset.Frame);
        Assert.Contains(
            "8 pictures have 4 sizes, 40 to 70 px wide and 20 to 35 px high: the frame is 60 x 30 px, its fit stretch: resized to it "
            + "(frame in dataset.json; crop, pad and stretch differ)",
            draft.Sentences);
        DraftFiles.Write(draft);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void SizesOfSeveralShapesArePaddedAndLargeOnesScaledTo96Px()
    {
        Classes((_, i) => i % 2 == 0 ? (400, 300) : (300, 400));

        Assert.Equal(new DatasetFrame(96, 96, FrameColour.Rgb, FrameFit.Pad), Draft().Dataset.Frame);
    }

    [Fact]
    public void BrokenPicturesAreLeftOutOfTheSplitAndNamed()
    {
        Classes((_, _) => (8, 8));
        File.WriteAllBytes(_folder.File("cat/broken.png"), []);

        var draft = Draft();

        Assert.DoesNotContain("broken", draft.SplitCsv, StringComparison.Ordinal);
        Assert.Contains("cat/broken.png is left out: the file is empty", draft.Sentences);
    }

    [Fact]
    public void IndexFilesDoNotBeatThePicturesThatTheyList()
    {
        Classes((_, _) => (8, 8));
        File.WriteAllText(_folder.File("train-files.csv"), "file,class\ncat0.png,0\n");

        var draft = Draft();

        Assert.Equal(DatasetKind.Images, draft.Dataset.Kind);
        Assert.Contains(draft.Sentences, warning => warning.EndsWith(": train-files.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void AFolderOfBrokenPicturesAloneIsRefused()
    {
        File.WriteAllBytes(_folder.File("a.jpg"), []);

        var error = Assert.Throws<InvalidInputException>(() => Draft());

        Assert.EndsWith("a.jpg: the file is empty; none of the 1 pictures here can be read", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private DatasetDraft Draft() => DatasetDrafter.Draft(_folder.Path, new DraftOptions());

    private void Classes(Func<string, int, (int Width, int Height)> size)
    {
        foreach (var name in new[] { "cat", "dog" })
        {
            Directory.CreateDirectory(_folder.File(name));
            for (var i = 0; i < 4; i++)
            {
                var (width, height) = size(name, i);
                var file = _folder.File(FormattableString.Invariant($"{name}/{name}{i}.png"));
                File.WriteAllBytes(file, ImageFolder.Png(width, height, (byte)(20 * i + name[0])));
            }
        }
    }
}
