using System.Globalization;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Summary;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>What a runtime published while it replayed a data set once.</summary>
internal sealed record Replay(
    IReadOnlyList<InferenceMessage> Answers, IReadOnlyList<SummaryMessage> Results, SequenceCounts Counts)
{
    private const string Site = "test";

    /// <summary>Fast, and still under 50 windows of half a second in a second, above which none is published.</summary>
    private const string Speed = "20";

    /// <param name="runtime">Command that starts it.</param>
    /// <param name="device">Its name in the topics.</param>
    /// <param name="port">A broker on 127.0.0.1.</param>
    /// <param name="bundles">Models.</param>
    public static async Task<Replay> RunAsync(IEnumerable<string> runtime, string device, int port, QuickDemo demo, params string[] bundles)
    {
        var stop = TestContext.Current.CancellationToken;
        var options = new ListenerOptions { Host = "127.0.0.1", Port = port, Site = Site, Device = device };
        await using var listener = await DeviceListener.StartAsync(options, TimeProvider.System, stop);
        using var state = new TemporaryFolder();
        await using var process = ToolProcess.Start(Repository.Root,
        [
            .. runtime, "replay", "--data", demo.Data, "--broker", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "--site", Site, "--device", device, "--state", state.Path, "--speed", Speed,
            .. bundles.SelectMany(bundle => new[] { "--bundle", bundle }),
        ]);
        var messages = ReadAsync(listener, stop);
        (await process.EndAsync()).Succeeded();
        var received = await messages;
        return new Replay(
            [.. received.OfType<Received<InferenceMessage>>().Select(inference => inference.Message)],
            [.. received.OfType<Received<SummaryMessage>>().Select(summary => summary.Message)],
            listener.Ledger.Total);
    }

    /// <summary>Model, window and label of every answer, in an order of their own.</summary>
    public IEnumerable<string> Labels() =>
        Answers.Select(answer => $"{answer.Model} {answer.Window} {answer.Label}").Order(StringComparer.Ordinal);

    // A device that leaves says so last.
    private static async Task<List<Received>> ReadAsync(DeviceListener listener, CancellationToken stop)
    {
        var received = new List<Received>();
        await foreach (var message in listener.Messages.ReadAllAsync(stop))
        {
            received.Add(message);
            if (message is Received<AvailabilityMessage> { Message.Online: false })
                break;
        }

        return received;
    }
}
