using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Explanations.Occlusion;

namespace EdgeInfer.Serving.Tests.Explanations.Occlusion;

public sealed class SegmentsTests
{
    [Theory]
    [InlineData(1, 10, 10)]
    [InlineData(6, 100, 60)]
    [InlineData(3, 1023, 30)]
    [InlineData(2, 7, 14)]
    [InlineData(2, 1, 2)]
    public void EachValueOfAWindowIsInOneSegmentOfItsChannel(int channels, int length, int expected)
    {
        var segments = Segments.OfWindow([.. Enumerable.Range(0, channels).Select(channel => $"c{channel}")], length, rateHz: 50);

        Assert.Equal(expected, segments.Count);
        RequireEachValueOnce(segments, channels, length);
    }

    [Theory]
    [InlineData(3, 32, 20, 36)]
    [InlineData(1, 28, 28, 36)]
    [InlineData(2, 3, 9, 18)]
    public void EachPixelIsInOnePatchOfAllChannels(int channels, int height, int width, int expected)
    {
        var segments = Segments.OfFrame(channels, height, width);

        Assert.Equal(expected, segments.Count);
        RequireEachValueOnce(segments, channels, height * width);
    }

    [Fact]
    public void AFrameIsDividedIntoPatchesAndAWindowOfItsLengthIntoTime()
    {
        var frame = ManifestInput.Of(new FrameShape(20, 32, FrameColour.Rgb).ToWindow(framesPerSecond: 1));

        Assert.Equal(36, Segments.Of(frame).Count);
        Assert.Equal(30, Segments.Of(frame with { Frame = null }).Count);
    }

    [Fact]
    public void NamesSayChannelAndTimeOrPlaceInTheImage()
    {
        Assert.Equal("y 0.4 to 0.6 s", Segments.OfWindow(["x", "y"], length: 20, rateHz: 10)[12].Name);
        Assert.Equal("rows 5 to 9, columns 16 to 19", Segments.OfFrame(channels: 3, height: 32, width: 20)[11].Name);
    }

    [Fact]
    public void ARemovedSegmentIsItsChannelsMeanAndComesBack()
    {
        var segment = Segments.OfWindow(["x", "y"], length: 20, rateHz: 10)[11];
        float[] original = [.. Enumerable.Range(0, 40).Select(i => (float)i)], window = [.. original];

        segment.Remove(window, [-1, -2]);
        Assert.Equal([21, -2, -2, 24], window[21..25]);

        segment.Restore(window, original);
        Assert.Equal(original, window);
    }

    private static void RequireEachValueOnce(IEnumerable<Segment> segments, int channels, int length)
    {
        var channelOf = new int[channels * length];
        Array.Fill(channelOf, -1);
        foreach (var (channel, start, count) in segments.SelectMany(segment => segment.Runs))
        {
            Assert.All(channelOf[start..(start + count)], taken => Assert.Equal(-1, taken));
            Array.Fill(channelOf, channel, start, count);
        }

        Assert.Equal(Enumerable.Range(0, channels * length).Select(value => value / length), channelOf);
    }
}
