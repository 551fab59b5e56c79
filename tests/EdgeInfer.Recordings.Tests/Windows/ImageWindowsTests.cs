using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Recordings.Tests.Windows;

public sealed class ImageWindowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PngsAreReadChannelByChannelAndRowByRow()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var images = WindowSet.Read(set, set.Recordings, set.TestShape);

        Assert.Equal([1, 2, 1, 2, 1, 2, 0, 0, 10, 10, 20, 20, 200, 200, 200, 200, 200, 200], images.Values[0]);
        Assert.Equal([0, 1, 0, 1], images.Labels);
        Assert.Equal(["x", "x", "y", "y"], images.Groups);
        Assert.True(set.StreamsOfOneWindow);
    }

    [Fact]
    public void AGrayFrameTakesTheLumaOfColourImages()
    {
        ImageFolder.WritePngs(_folder, "gray");
        var set = RecordingSet.Open(_folder.Path);

        Assert.Equal([23, 23, 29, 29, 35, 35], WindowSet.Read(set, [set.Recordings[0]], set.TestShape).Values[0]);
    }

    [Theory]
    [InlineData("stretch", new float[] { 2, 3, 2, 3, 2, 3 })]
    [InlineData("crop", new float[] { 13f / 6, 17f / 6, 13f / 6, 17f / 6, 13f / 6, 17f / 6 })]
    [InlineData("pad", new float[] { 2, 3, 2, 3, 0, 0 })]
    public void PicturesOfAnotherSizeAreFittedByTheRuleOfTheDataSet(string fit, float[] red)
    {
        ImageFolder.WritePngs(_folder);
        SetFit(fit);
        File.WriteAllBytes(_folder.File("4.png"), ImageFolder.Png(2, 2, 2));
        var set = RecordingSet.Open(_folder.Path);

        Assert.Equal(red, WindowSet.Read(set, [set.Recordings[3]], set.TestShape).Values[0][..6]);
    }

    [Fact]
    public void APictureIsTurnedBeforeItIsHeldAgainstTheFrame()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("4.png"), ExifBytes.InPng(ImageFolder.Png(3, 2, 1), ExifBytes.Block(6)));
        var set = RecordingSet.Open(_folder.Path);

        Assert.Equal([1, 1, 2, 2, 3, 3], WindowSet.Read(set, [set.Recordings[3]], set.TestShape).Values[0][..6]);
    }

    [Fact]
    public void IdxFilesHaveOneSizeAndNoRuleForOthers()
    {
        ImageFolder.WriteIdx(_folder);
        SetFit("pad");

        Assert.Contains(
            "frame.fit: 'Pad', but all images of an IDX file have one size",
            Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void IdxFilesAreBlocksOfConsecutiveImages()
    {
        ImageFolder.WriteIdx(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var test = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Test), set.TestShape);
        var train = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Train), set.TestShape);

        Assert.False(set.StreamsOfOneWindow);
        Assert.Equal((40, 20), (train.Values.Length, test.Values.Length));
        Assert.Equal(20, train.Groups.Distinct().Count());
        Assert.Equal("train-02", train.Groups[2]);
        Assert.Equal([2, 2, 2, 2, 2, 2], train.Values[2]);
        Assert.Equal([0, 1, 0], train.Labels.Take(3));
        Assert.Equal([0L, 100_000_000L], train.StartNanoseconds.Take(2));
    }

    [Fact]
    [Slow("reads a real data set")]
    public void EveryPhotographIsRead()
    {
        var folder = Repository.SharedData("meter_digits");
        var set = RecordingSet.Open(folder, "meter-digits");

        Assert.Equal(1_508, set.Recordings.Count);
        Assert.All(set.Recordings, recording =>
        {
            var path = Path.Combine(folder, recording.Path);
            StillFile.Decode(StillFile.Read(path), set.TestShape.Frame!, path);
        });
    }

    private void SetFit(string fit)
    {
        var path = _folder.File("dataset.json");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"colour\":", $"\"fit\": \"{fit}\", \"colour\":", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
