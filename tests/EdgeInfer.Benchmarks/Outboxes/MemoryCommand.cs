using System.CommandLine;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox memory</c>: a day's messages through session and broker as fast as they go.</summary>
internal static class MemoryCommand
{
    private const int AnHour = 3_600 * 50;
    private const int WarmUpHours = 6;

    public static Command Create()
    {
        var hours = new Option<int>("--hours") { Description = "of 180,000 messages each", HelpName = "H", DefaultValueFactory = _ => 24 };
        var command = new Command("memory", "Resident memory over a day's messages, as fast as the broker takes them") { hours };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(hours)));
        return command;
    }

    private static async Task RunAsync(int hours)
    {
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync().ConfigureAwait(false);
        using var state = new TemporaryFolder();
        await using var device = await SampleSession.OpenAsync(broker.Port, state.Path).ConfigureAwait(false);
        var memory = new ResidentMemory();
        for (var hour = 0; hour < hours; hour++)
        {
            Pace.Run(0, AnHour, device.Publish);
            await device.DeliveredAsync((hour + 1L) * AnHour).ConfigureAwait(false);
            memory.Take();
        }

        Console.WriteLine(Invariant($"{hours} hours of {AnHour:N0} messages, the broker answers"));
        memory.Print(WarmUpHours);
    }
}
