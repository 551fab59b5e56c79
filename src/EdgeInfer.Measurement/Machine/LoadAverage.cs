using System.Globalization;

namespace EdgeInfer.Measurement.Machine;

/// <summary>Threads of the whole machine that ran or waited for a processor, as a mean over the last minute.</summary>
public static class LoadAverage
{
    private const string File = "/proc/loadavg";

    /// <summary>Null where the system does not say, as outside Linux.</summary>
    public static double? Read() => System.IO.File.Exists(File) ? Parse(System.IO.File.ReadAllText(File)) : null;

    internal static double? Parse(string text) =>
        double.TryParse(text.Split(' ')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var load) ? load : null;
}
