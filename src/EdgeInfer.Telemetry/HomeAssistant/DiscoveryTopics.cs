using System.Globalization;
using System.Text;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>Where Home Assistant looks for devices, and the id by which it knows one of ours.</summary>
public static class DiscoveryTopics
{
    /// <summary>What Home Assistant listens to unless its user changed that.</summary>
    public const string DefaultPrefix = "homeassistant";

    /// <summary>Where the device says what it is, retained.</summary>
    public static string Config(string prefix, DeviceTopics device) => $"{prefix}/device/{IdOf(device)}/config";

    /// <summary>Where Home Assistant says online when it has started.</summary>
    public static string Status(string prefix) => $"{prefix}/status";

    /// <summary>
    /// <c>edgeinfer-SITE-DEVICE</c>. Where a name holds a '-' itself, a checksum follows: 'a-b' with 'c' is not 'a' with 'b-c'.
    /// </summary>
    public static string IdOf(DeviceTopics device)
    {
        var id = $"edgeinfer-{device.Site}-{device.Device}";
        return device.Site.Contains('-', StringComparison.Ordinal) || device.Device.Contains('-', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{id}-{Crc32.Of(Encoding.UTF8.GetBytes(device.Root)):x8}")
            : id;
    }
}
