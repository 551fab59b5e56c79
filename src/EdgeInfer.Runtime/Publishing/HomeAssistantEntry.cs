using EdgeInfer.Measurement.Machine;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Telemetry.HomeAssistant;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>Shows this device in Home Assistant, where it is asked to.</summary>
internal static class HomeAssistantEntry
{
    /// <param name="streams">Ids of the sources; empty where they are not known.</param>
    /// <param name="windowsPerSecond">Of one stream; null where single answers are not published.</param>
    public static async Task<DiscoveryAnnouncer?> StartAsync(
        DeviceOptions options,
        Stamp stamp,
        IReadOnlyList<ServedModel> models,
        StreamNames names,
        IReadOnlyList<string> streams,
        double? windowsPerSecond,
        TextWriter output,
        CancellationToken stop)
    {
        if (options.HomeAssistant is not { } prefix)
            return null;
        var machine = MachineInfo.Read();
        var device = new DiscoveredDevice
        {
            Topics = stamp.Session.Topics,
            Version = Product.Version,
            Model = machine.Board ?? machine.Processor,
            SerialNumber = DeviceName.SerialNumber(),
            Run = options.Run ?? stamp.Boot,
            Models = [.. models.Select(model => new DiscoveredModel(model.Name, model.Labels))],
            Streams = windowsPerSecond is null ? [] : [.. streams.Select(names.Of)],
            WindowsPerSecond = windowsPerSecond,
        };
        return await DiscoveryAnnouncer.StartAsync(stamp.Session, device, prefix, output.WriteLine, stamp.Time, stop)
            .ConfigureAwait(false);
    }
}
