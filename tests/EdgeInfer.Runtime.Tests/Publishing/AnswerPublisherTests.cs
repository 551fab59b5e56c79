using EdgeInfer.Core.Windows;
using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Publishing;

public sealed class AnswerPublisherTests
{
    /// <summary>Each of the feed's slots makes room for the model's scores once.</summary>
    private const int WarmUp = 1_024;

    [Fact]
    public async Task ToHandOverAnAnswerAllocatesNothingOnTheStreamsThread()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var broker = await CollectingBroker.StartAsync();
        using var state = new TemporaryFolder();
        var clock = new DeviceClock(TimeProvider.System, synced: true);
        var options = new SessionOptions
        {
            Host = "127.0.0.1", Port = broker.Port, Topics = new DeviceTopics("lab", "dev"), Now = clock.Read, StateFolder = state.Path,
        };
        await using var session = await MqttSession.ConnectAsync(options, TimeProvider.System, stop);
        using var lane = TinyTask.Lane("one", TimeProvider.System);
        var publisher = new AnswerPublisher(
            new Stamp(session, TimeProvider.System, clock), new StreamNames(TextWriter.Null), default, stop);
        HandOver(WarmUp);
        Assert.Equal(0, Allocation.OfLeastRound(() => HandOver(200)));
        await Eventually.True(() => session.LastSeq >= WarmUp + 200, "the outbox takes what was handed over");

        void HandOver(int answers)
        {
            for (var i = 0; i < answers; i++)
                publisher.Accept("front", new WindowHeader(i, i, Label: 0, 0, 0), lane, new Answer(1, 0.75f, 1, 400, 100, 90));
        }
    }
}
