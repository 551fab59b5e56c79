using System.Globalization;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>Bytes written since it was made, beside the payloads that made them necessary.</summary>
internal sealed class WrittenBytes
{
    private readonly BlockDevice _device;
    private readonly long _deviceBefore;
    private readonly long _processBefore;

    public WrittenBytes(string folder)
    {
        _device = new BlockDevice(folder);
        (_deviceBefore, _processBefore) = (_device.WrittenBytes(), ProcessBytes());
    }

    public void Print(long payloads, TimeSpan time)
    {
        var (device, process) = (_device.WrittenBytes() - _deviceBefore, ProcessBytes() - _processBefore);
        var days = time.TotalDays;
        Console.WriteLine(Invariant($"payloads: {payloads:N0} bytes, {payloads / days / 1e9:0.000} GB a day"));
        Console.WriteLine(Invariant($"the process's pages: {process:N0} bytes, {(double)process / payloads:0.000} of the payloads"));
        Console.WriteLine(Invariant(
            $"{_device.Name}: {device:N0} bytes, {(double)device / payloads:0.000} of the payloads, {device / days / 1e9:0.000} GB a day"));
    }

    /// <summary>Of pages that this process made dirty, less those that were deleted before they reached the disk.</summary>
    private static long ProcessBytes()
    {
        var fields = File.ReadLines("/proc/self/io").Select(line => line.Split(": ")).ToDictionary(
            field => field[0], field => long.Parse(field[1], CultureInfo.InvariantCulture));
        return fields["write_bytes"] - fields["cancelled_write_bytes"];
    }
}
