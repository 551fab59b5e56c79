using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hosting;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Replay;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Commands;

/// <summary><c>replay</c>: recordings in the place of sensors.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the data set.", Required = true };
        var task = new Option<string?>("--task") { Description = "Built-in task, for a folder without dataset.json." };
        var split = new Option<string?>("--split") { Description = "Split whose test side is played; the headline by default." };
        var bundles = new Option<string[]>("--bundle") { Description = "Folder or .zip of a bundle; once a model.", Required = true };
        var broker = new BrokerArguments();
        var site = new Option<string>("--site") { Description = "Site in the topics.", DefaultValueFactory = _ => "lab" };
        var device = new Option<string>("--device")
        {
            Description = "Device in the topics; the board's serial number by default, else the host's name.",
            DefaultValueFactory = _ => DeviceName.Default(),
        };
        var state = new StateArguments();
        var run = new Option<string?>("--run") { Description = "Name of the run; the boot id by default." };
        var speed = new Option<string>("--speed") { Description = "1 for the speed of the sensor.", DefaultValueFactory = _ => "1" };
        var loop = new Option<bool>("--loop")
        {
            Description = "Begin again until stopped, after the summary. The broker may then be away at the start.",
        };
        var commandKey = new Option<string?>("--command-key")
        {
            Description = "File with the key that commands must be signed with; without it the broker decides who may command.",
        };
        var homeAssistant = new HomeAssistantOption();
        var command = new Command("replay", "Play the test side of a data set through the device's pipeline.")
        {
            data, task, split, bundles, site, device, run, speed, loop, commandKey, homeAssistant.Option,
        };
        broker.AddTo(command);
        state.AddTo(command);
        command.SetAction(parsed => StopSignals.RunAsync(stop => ReplayRun.ExecuteAsync(
            new ReplayOptions(
                parsed.GetRequiredValue(data),
                parsed.GetValue(task),
                parsed.GetValue(split),
                parsed.GetRequiredValue(bundles),
                DeviceOf(parsed),
                RunOf(parsed),
                SpeedOf(parsed.GetRequiredValue(speed)),
                parsed.GetValue(loop)),
            parsed.InvocationConfiguration.Output,
            TimeProvider.System,
            stop)));
        return command;

        string? RunOf(ParseResult parsed) => parsed.GetValue(run) is { } name ? TopicLevel.Checked(name, "--run") : null;

        DeviceOptions DeviceOf(ParseResult parsed)
        {
            var siteName = TopicLevel.Checked(parsed.GetRequiredValue(site), "--site");
            var deviceName = TopicLevel.Checked(parsed.GetRequiredValue(device), "--device");
            return new DeviceOptions(broker.Read(parsed), siteName, deviceName)
            {
                State = state.Folder(parsed, siteName, deviceName),
                Outbox = state.Outbox(parsed),
                StartsWithoutBroker = parsed.GetValue(loop),
                HomeAssistant = homeAssistant.Prefix(parsed),
                Run = RunOf(parsed),
                CommandKey = parsed.GetValue(commandKey) is { } file ? CommandKey.Read(file) : null,
            };
        }
    }

    // Parsed here, because the option's own parser would follow the user's culture.
    private static double SpeedOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed)
        && speed > 0 && double.IsFinite(speed)
            ? speed
            : throw new InvalidInputException("--speed", $"'{text}' is no number above 0");
}
