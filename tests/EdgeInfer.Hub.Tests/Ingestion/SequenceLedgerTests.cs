using CsCheck;
using EdgeInfer.Hub.Ingestion;

namespace EdgeInfer.Hub.Tests.Ingestion;

public sealed class SequenceLedgerTests
{
    private static readonly BootKey Boot = new("lab", "pi5", "b007");

    [Fact]
    public void CountsFollowFromWhatArrivedNotFromItsOrder() =>
        Gen.Long[1, 100].Array[1, 300].Sample(
            seqs =>
            {
                var ledger = new SequenceLedger();
                foreach (var seq in seqs)
                    ledger.Record(Boot, seq);
                var distinct = seqs.Distinct().Count();
                return ledger.Of(Boot) == new SequenceCounts(seqs.Max(), distinct, seqs.Length - distinct)
                    && ledger.Of(Boot).Lost == seqs.Max() - distinct;
            },
            seed: "0000KrR0kM42");

    [Fact]
    public void EveryBootCountsForItself()
    {
        var ledger = new SequenceLedger();
        var next = Boot with { Boot = "b008" };
        Assert.True(ledger.Record(Boot, 1));
        Assert.True(ledger.Record(next, 1));
        Assert.True(ledger.Record(next, 3));
        Assert.False(ledger.Record(next, 3));
        Assert.Equal(new SequenceCounts(1, 1, 0), ledger.Of(Boot));
        Assert.Equal(new SequenceCounts(3, 2, 1), ledger.Of(next));
        Assert.Equal(new SequenceCounts(4, 3, 1), ledger.Total);
        Assert.Equal(2, ledger.Snapshot().Count);
    }

    [Fact]
    public void TheBootSilentLongestMakesRoomAndItsCountsStay()
    {
        var ledger = new SequenceLedger();
        for (var i = 0; i < SequenceLedger.MaxBoots; i++)
            ledger.Record(Boot with { Boot = $"{i}" }, 2);
        ledger.Record(Boot with { Boot = "0" }, 1);
        ledger.Record(Boot with { Boot = "new" }, 1);
        Assert.Equal(SequenceLedger.MaxBoots, ledger.Snapshot().Count);
        Assert.Equal(new SequenceCounts(2, 2, 0), ledger.Of(Boot with { Boot = "0" }));
        Assert.Equal(default, ledger.Of(Boot with { Boot = "1" }));
        Assert.Equal(new SequenceCounts(2, 1, 0), ledger.Forgotten);
    }

    [Fact]
    public void NumbersStartAtOne() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceLedger().Record(Boot, 0));
}
