using System.CommandLine;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Outboxes;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox disk</c>: what reaches the disk while the broker is away, in simulated time.</summary>
internal static class DiskCommand
{
    private const int PerSecond = 50;
    private const int WarmUpHours = 6;
    private const string Boot = "00000000000000b1";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "of the outbox, on the disk in question" };
        var hours = new Option<int>("--hours") { Description = "simulated", HelpName = "H", DefaultValueFactory = _ => 24 };
        var command = new Command("disk", "Bytes to the disk while the broker is away, in simulated time") { folder, hours };
        command.SetAction(arguments => Run(arguments.GetValue(folder)!, arguments.GetValue(hours)));
        return command;
    }

    private static void Run(DirectoryInfo folder, int hours)
    {
        folder.Create();
        var (time, memory, written, payloads) = (new ManualTime(), new ResidentMemory(), new WrittenBytes(folder.FullName), 0L);
        var notices = 0L;
        var options = new OutboxOptions { Folder = Path.Combine(folder.FullName, "outbox") };
        using (var outbox = new Outbox(new DeviceTopics("lab", "pi5"), options, Boot, Now, time, _ => notices++))
        {
            for (var hour = 0; hour < hours; hour++)
            {
                for (var i = 0; i < 3_600 * PerSecond; i++)
                {
                    var number = hour * 3_600 * PerSecond + i;
                    outbox.TryAdd(seq =>
                    {
                        var message = SampleMessages.Of(Boot, number, seq);
                        // Their lengths differ by a few digits.
                        if (i % 100 == 0)
                            payloads += 100L * InferenceMessage.Kind.Encode(message).Length;
                        return message;
                    });
                    time.Microseconds += 1_000_000 / PerSecond;
                    outbox.Tick();
                }

                memory.Take();
            }

            Console.WriteLine(Invariant(
                $"{hours} simulated hours at {PerSecond}/s: {outbox.LastSeq:N0} sent, {outbox.DiskBytes:N0} bytes wait, {notices} told"));
        }

        written.Print(payloads, TimeSpan.FromHours(hours));
        memory.Print(WarmUpHours);

        StampedTime Now() => new(1_700_000_000_000 + time.Microseconds / 1_000, Synced: true, time.Microseconds / 1_000);
    }
}
