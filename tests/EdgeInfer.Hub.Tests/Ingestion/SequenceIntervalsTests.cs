using CsCheck;
using EdgeInfer.Hub.Ingestion;

namespace EdgeInfer.Hub.Tests.Ingestion;

public sealed class SequenceIntervalsTests
{
    private const string Seed = "0000KrR0kM42";

    [Fact]
    public void ItIsASetOfNumbersInWhateverOrderTheyCome() =>
        Gen.Long[1, 60].Array[0, 200].Sample(
            seqs =>
            {
                var (intervals, reference) = (new SequenceIntervals(), new HashSet<long>());
                return seqs.All(seq => intervals.Add(seq) == reference.Add(seq))
                    && intervals.Highest == reference.DefaultIfEmpty().Max()
                    && intervals.Count == reference.Count(seq => !reference.Contains(seq + 1));
            },
            seed: Seed);

    [Fact]
    public void AShuffledCompleteSequenceEndsAsOneInterval() =>
        Gen.Int[1, 500].SelectMany(count => Gen.Shuffle(Enumerable.Range(1, count).ToArray())).Sample(
            seqs =>
            {
                var intervals = new SequenceIntervals();
                return seqs.All(seq => intervals.Add(seq)) && intervals.Count == 1 && intervals.Highest == seqs.Length;
            },
            seed: Seed);

    [Fact]
    public void MemoryIsBoundedWhateverIsMissing()
    {
        var intervals = new SequenceIntervals();
        for (var seq = 1L; seq < 10 * SequenceIntervals.MaxIntervals; seq += 2)
            Assert.True(intervals.Add(seq));
        Assert.Equal(SequenceIntervals.MaxIntervals, intervals.Count);
        Assert.False(intervals.Add(2));
        Assert.True(intervals.Add(intervals.Highest - 1));
    }
}
