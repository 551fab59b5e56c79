using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Sources;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Sources;

public sealed class ImageSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ImagesOfSeveralRecordingsFollowEachOtherAtOneRate()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);
        var playback = Playback.Paced(100, TimeProvider.System);
        var due = new List<long>();
        foreach (var recording in set.Recordings)
        {
            var source = set.OpenSource(recording, playback);
            var values = new float[set.TestShape.SampleLength];
            while (source.TryRead(values, out SampleHeader header, CancellationToken.None))
                due.Add(header.DueTimestamp);
        }

        var period = TimeProvider.System.TimestampFrequency / 1000.0;
        Assert.Equal(4, due.Count);
        Assert.All(due.Skip(1).Zip(due), pair => Assert.Equal(period, pair.First - pair.Second, 1.0));
    }

    [Fact]
    public void AnImageIsReadBeforeItIsDueAndDecodedThen()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);
        var whole = File.ReadAllBytes(_folder.File("2.png"));
        File.WriteAllBytes(_folder.File("2.png"), whole[..^20]);
        var time = new ManualTime();
        var playback = Playback.Paced(1, time);
        var values = new float[set.TestShape.SampleLength];
        var first = set.OpenSource(set.Recordings[0], playback);
        while (first.TryRead(values, out _, TestContext.Current.CancellationToken))
            continue;

        Assert.Throws<InvalidInputException>(() =>
            set.OpenSource(set.Recordings[1], playback).TryRead(values, out _, TestContext.Current.CancellationToken));

        // 10 images a second where the data set names no rate.
        Assert.Equal(100_000, time.Microseconds);
    }

    [Fact]
    public void ItsDecodingIsTimed()
    {
        ImageFolder.WritePngs(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var source = set.OpenSource(set.Recordings[0], Playback.Immediate);

        Assert.True(source.TryRead(new float[set.TestShape.SampleLength], out var header, TestContext.Current.CancellationToken));
        Assert.InRange(header.DecodeUs!.Value, double.Epsilon, 1e9);
        Assert.True(TimeProvider.System.GetElapsedTime(header.DueTimestamp).TotalMicroseconds >= header.DecodeUs.Value);
    }

    [Fact]
    public void PixelsOfAnIdxFileAreNotDecoded()
    {
        ImageFolder.WriteIdx(_folder);
        var set = RecordingSet.Open(_folder.Path);

        var source = set.OpenSource(set.Recordings[0], Playback.Immediate);

        Assert.True(source.TryRead(new float[set.TestShape.SampleLength], out var header, TestContext.Current.CancellationToken));
        Assert.Null(header.DecodeUs);
    }

    public void Dispose() => _folder.Dispose();
}
