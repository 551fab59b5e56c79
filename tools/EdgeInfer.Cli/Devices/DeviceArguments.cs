using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hosting;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Cli.Devices;

/// <summary>The options of every verb that is about one device behind a broker.</summary>
internal sealed class DeviceArguments
{
    private readonly BrokerArguments _broker = new();
    private readonly Option<string> _site = new("--site") { Description = "Site in the topics.", DefaultValueFactory = _ => "lab" };
    private readonly Option<string> _device = new("--device") { Description = "Device in the topics.", Required = true };

    public void AddTo(Command command)
    {
        _broker.AddTo(command);
        command.Options.Add(_site);
        command.Options.Add(_device);
    }

    /// <exception cref="InvalidInputException">An option is wrong.</exception>
    public (BrokerAccess Broker, DeviceTopics Device) Read(ParseResult parsed) =>
        (_broker.Read(parsed), new DeviceTopics(parsed.GetRequiredValue(_site), parsed.GetRequiredValue(_device)));
}
