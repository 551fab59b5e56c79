using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Outboxes.Segments;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Outboxes.Segments;

/// <summary>A disk that gives back other bytes than it took, and writes that were cut off.</summary>
public sealed class SegmentDamageTests : IDisposable
{
    private const string Boot = "00000000000000b1";
    private const int Messages = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhereverAWriteIsCutOffWhatWasWrittenBeforeIsThere()
    {
        var whole = Write();
        var previous = 0;
        for (var length = 0; length <= whole.Length; length++)
        {
            var seqs = ReadBack(whole[..length], out var losses);
            Assert.Equal(Enumerable.Range(1, seqs.Count).Select(seq => (long)seq), seqs);
            Assert.InRange(seqs.Count, previous, previous + 1);
            Assert.Empty(losses);
            previous = seqs.Count;
        }

        Assert.Equal(Messages, previous);
    }

    [Fact]
    public void AByteThatChangedCostsNoMoreThanItsOwnRecord()
    {
        var whole = Write();
        for (var place = SegmentHeader.Bytes; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 0x40;
            var seqs = ReadBack(damaged, out var losses);
            var lost = Enumerable.Range(1, Messages).Select(seq => (long)seq).Except(seqs).ToList();
            Assert.Equal(seqs.Order(), seqs);
            // The record of a route takes all its messages with it; each message is on one of two routes.
            Assert.True(lost.Count <= 1 || place < 200, $"byte {place} cost {lost.Count} messages");
            Assert.Equal(
                lost.Where(seq => seq > seqs[0] && seq < seqs[^1]), losses.SelectMany(loss => Range(loss.First, loss.Count)));
        }
    }

    [Fact]
    public void RandomDamageNeverEndsTheReading()
    {
        var whole = Write();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var damaged = whole.ToArray();
            for (var i = random.Next(1, 30); i > 0; i--)
                damaged[random.Next(SegmentHeader.Bytes, damaged.Length)] = (byte)random.Next(256);
            var seqs = ReadBack(damaged[..random.Next(SegmentHeader.Bytes, damaged.Length)], out _);
            Assert.True(seqs.SequenceEqual(seqs.Distinct().Order()), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void AFileWhoseBeginningIsDamagedIsPutAside()
    {
        var whole = Write();
        whole[3] ^= 1;
        Assert.Empty(ReadBack(whole, out _));
        Assert.Single(Directory.GetFiles(_folder.Path, "*.damaged"));
    }

    private static IEnumerable<long> Range(long first, long count)
    {
        for (var value = first; value < first + count; value++)
            yield return value;
    }

    private byte[] Write()
    {
        using var log = SegmentLog.Open(new LogOptions(_folder.Path, Boot), TimeProvider.System);
        log.Append([.. Enumerable.Range(1, Messages).Select(seq => new LoggedMessage(
            new OutgoingMessage($"topic/{seq % 2}", new byte[50 + seq], AtLeastOnce: true, Retain: false), seq))]);
        return File.ReadAllBytes(Directory.GetFiles(_folder.Path, "*" + SegmentRecovery.Extension).Single());
    }

    private List<long> ReadBack(byte[] file, out IReadOnlyList<LostRange> losses)
    {
        foreach (var old in Directory.GetFiles(_folder.Path))
            File.Delete(old);
        File.WriteAllBytes(_folder.File("0000000001" + SegmentRecovery.Extension), file);
        using var log = SegmentLog.Open(new LogOptions(_folder.Path, Boot), TimeProvider.System);
        var seqs = new List<long>();
        while (log.TryRead(out var message))
            seqs.Add(message.Seq);
        losses = log.TakeLosses();
        return seqs;
    }
}
