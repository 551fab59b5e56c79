using System.CommandLine;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Tests.Support.Brokers;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox answered</c>: what reaches the disk while the broker answers at once, in real time.</summary>
internal static class AnsweredCommand
{
    private const int PerSecond = 50;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "of the outbox, on the disk in question" };
        var minutes = new Option<int>("--minutes") { Description = "real ones", HelpName = "M", DefaultValueFactory = _ => 5 };
        var command = new Command("answered", "Bytes to the disk while the broker answers, in real time") { folder, minutes };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(folder)!, arguments.GetValue(minutes)));
        return command;
    }

    private static async Task RunAsync(DirectoryInfo folder, int minutes)
    {
        folder.Create();
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync().ConfigureAwait(false);
        var payloads = 0L;
        await using var device = await SampleSession.OpenAsync(broker.Port, folder.FullName).ConfigureAwait(false);
        var written = new WrittenBytes(folder.FullName);
        Pace.Run(PerSecond, minutes * 60 * PerSecond, i =>
        {
            device.Publish(i);
            if (i % 100 == 0)
                payloads += 100L * InferenceMessage.Kind.Encode(SampleMessages.Of(device.Session.Boot, i, i)).Length;
        });
        Console.WriteLine(Invariant($"{minutes} minutes at {PerSecond}/s, the broker answers"));
        written.Print(payloads, TimeSpan.FromMinutes(minutes));
    }
}
