using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.EndToEnd.Faults;

/// <summary>
/// The device is killed with -9 while its outbox is being written, now with its broker, now without. Whatever stood in the
/// outbox's files at that moment must arrive, once.
/// </summary>
public sealed class KilledDeviceTests(QuickDemo demo) : IAsyncDisposable
{
    /// <summary>Further than where a file begins again while the broker keeps up.</summary>
    private const int FurthestBytes = 60_000;

    private readonly Mosquitto _broker = Mosquitto.OrSkip();

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    [Slow("starts the runtime once a kill")]
    public async Task WhatWasWrittenArrivesOnceWhereverTheDeviceIsKilled()
    {
        await demo.ResultAsync();
        await _broker.StartAsync();
        await using var received = await ReceivedNumbers.StartAsync(_broker.Port);
        using var device = new LoopingDevice(demo, _broker.Port);
        var written = new HashSet<(string Boot, long Seq)>();
        var rounds = FaultRounds.Or(8);
        for (var round = 0; round < rounds; round += 4)
        {
            await KillTwiceAsync(round);
            await _broker.StopAsync();
            await KillTwiceAsync(round + 2);
            Assert.NotEmpty(written);
            await _broker.StartAsync();
        }

        await using (var last = device.Start())
        {
            await last.LineAsync("golden cases");
            await device.UntilEmptyAsync();
            last.InterruptAlone();
            (await last.EndAsync()).Succeeded();
        }

        // However long the line at the broker is: while one more arrives within the bound, it goes on.
        for (var seen = -1; !written.IsSubsetOf(received.All()) && received.Count > seen;)
        {
            seen = received.Count;
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }

        Assert.Equal([], written.Except(received.All()).Order().Take(200));
        Assert.Empty(received.Holes());
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{rounds} kills: {written.Count} messages stood in files, {received.Count} arrived, {received.Repetitions} repetitions");

        async Task KillTwiceAsync(int round)
        {
            for (var kill = round; kill < round + 2; kill++)
            {
                await KillAtAsync(device, 1 + (kill * 7_919L) % FurthestBytes);
                written.UnionWith(device.Written());
            }
        }
    }

    private static async Task KillAtAsync(LoopingDevice device, long bytes)
    {
        var before = device.OutboxBytes();
        await using var process = device.Start();
        await process.LineAsync("golden cases");
        // A file that begins again is shorter: what has been written since counts, whatever the file's length.
        var (last, grown) = (before, 0L);
        while (grown < bytes)
        {
            var now = device.OutboxBytes();
            grown += now > last ? now - last : now < last ? now : 0;
            last = now;
        }

        process.KillAlone();
        await process.EndAsync();
    }
}
