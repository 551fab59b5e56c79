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

    public void Dispose() => _folder.Dispose();
}
