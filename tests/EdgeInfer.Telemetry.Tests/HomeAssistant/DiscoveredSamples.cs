using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

internal static class DiscoveredSamples
{
    public static DiscoveredDevice Device { get; } = new()
    {
        Topics = new DeviceTopics("lab", "pi5"),
        Version = "1.2.3",
        Model = "Raspberry Pi 5 Model B",
        SerialNumber = "10000000abcdef01",
        Run = "run-1",
        Models = [new("har-phone-fasttree", ["SITTING", "WALKING"]), new("har-phone-cnn-int8", ["SITTING", "WALKING"])],
        Streams = ["front", "rear_2"],
        WindowsPerSecond = 0.5,
    };
}
