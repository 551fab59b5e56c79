using System.Text;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Configuration;

/// <summary>What a device is called where nobody names it: the board's serial number, else the host's name.</summary>
internal static class DeviceName
{
    private const string SerialFile = "/sys/firmware/devicetree/base/serial-number";

    /// <summary>Boards have 16 hexadecimal digits; some have twice as many.</summary>
    private const int MaxSerialBytes = 64;

    public static string Default() => Of(SerialFile, Environment.MachineName);

    /// <summary>Null where the board has none.</summary>
    public static string? SerialNumber() => Serial(SerialFile) is var serial && serial.Trim('0').Length > 0 ? serial : null;

    internal static string Of(string serialFile, string host)
    {
        var serial = Serial(serialFile);
        // A board whose serial number was never written says zeros, as all its sisters do.
        return TopicLevel.Nearest((serial.Trim('0').Length > 0 ? serial : host).ToLowerInvariant());
    }

    private static string Serial(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> bytes = stackalloc byte[MaxSerialBytes];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Encoding.ASCII.GetString(bytes[..length]).Trim('\0', ' ', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
