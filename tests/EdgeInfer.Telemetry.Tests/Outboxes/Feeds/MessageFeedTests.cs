using EdgeInfer.Telemetry.Outboxes.Feeds;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Outboxes.Feeds;

public sealed class MessageFeedTests
{
    [Fact]
    public void WhatIsHandedOverComesOutOnceAndInOrder()
    {
        const int Count = 200_000;
        var taken = new List<int>(Count);
        var feed = Feed(capacity: 256, waits: true, taken);
        var producer = new Thread(() =>
        {
            for (var i = 0; i < Count; i++)
            {
                Assert.True(feed.TryNext(out var slot, CancellationToken.None));
                slot.Value = i;
                feed.Publish();
            }
        });
        producer.Start();
        while (taken.Count < Count)
            ((IMessageFeed)feed).Drain();
        producer.Join();
        Assert.Equal(Enumerable.Range(0, Count), taken);
    }

    [Fact]
    public void ToHandOverAllocatesNothing()
    {
        var taken = new List<int>(100_000);
        var feed = Feed(capacity: 1_024, waits: false, taken);
        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                Assert.True(feed.TryNext(out var slot, CancellationToken.None));
                slot.Value = i;
                feed.Publish();
                ((IMessageFeed)feed).Drain();
            }
        }));
    }

    [Fact]
    public void WithoutRoomASensorDropsAndCounts()
    {
        var taken = new List<int>();
        var feed = Feed(capacity: 4, waits: false, taken);
        for (var i = 0; i < 6; i++)
        {
            if (!feed.TryNext(out var slot, CancellationToken.None))
                continue;
            slot.Value = i;
            feed.Publish();
        }

        ((IMessageFeed)feed).Drain();
        Assert.Equal([0, 1, 2, 3], taken);
        Assert.Equal(2, ((IMessageFeed)feed).Dropped);
    }

    [Fact]
    public void WithoutRoomARecordingWaitsUntilItIsStopped()
    {
        var feed = Feed(capacity: 1, waits: true, []);
        Assert.True(feed.TryNext(out _, CancellationToken.None));
        feed.Publish();
        Assert.Throws<OperationCanceledException>(() => feed.TryNext(out _, new CancellationToken(canceled: true)));
    }

    private static MessageFeed<Slot> Feed(int capacity, bool waits, List<int> taken) =>
        new(capacity, waits, () => new Slot(), slot => taken.Add(slot.Value), () => true);

    private sealed class Slot
    {
        public int Value { get; set; }
    }
}
