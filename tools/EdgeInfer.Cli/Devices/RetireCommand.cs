using System.CommandLine;
using EdgeInfer.Hub.Retiring;
using EdgeInfer.Telemetry.HomeAssistant;

namespace EdgeInfer.Cli.Devices;

/// <summary><c>retire</c>: clears what a broker still keeps of a device that will not come back.</summary>
internal static class RetireCommand
{
    public static Command Create()
    {
        var device = new DeviceArguments();
        var prefix = new Option<string>("--home-assistant")
        {
            Description = "First level of Home Assistant's discovery topics.", DefaultValueFactory = _ => DiscoveryTopics.DefaultPrefix,
        };
        var force = new Option<bool>("--force")
        {
            Description = "Also where the broker calls the device online: one that was killed never heard that the device went.",
        };
        var command = new Command("retire", "Clear every retained topic of a device, its entry in Home Assistant too.") { prefix, force };
        device.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (broker, topics) = device.Read(parsed);
            var cleared = await DeviceRetirement.RunAsync(
                broker,
                topics,
                parsed.GetRequiredValue(prefix),
                parsed.GetValue(force),
                topic => output.WriteLine($"cleared {topic}"),
                TimeProvider.System,
                stop).ConfigureAwait(false);
            await output.WriteLineAsync(cleared == 0
                ? $"{broker.Address} keeps nothing of {topics.Root}"
                : $"{topics.Root} is retired: {cleared} topics cleared").ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
