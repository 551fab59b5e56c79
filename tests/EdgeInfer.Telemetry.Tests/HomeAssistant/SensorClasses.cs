using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

/// <summary>Home Assistant's own table, as sensor-classes.txt has it, with its source and date.</summary>
internal static class SensorClasses
{
    private static readonly Dictionary<string, (string[] Units, string[] StateClasses)> All = File
        .ReadLines(Path.Combine(Repository.Root, "tests", "EdgeInfer.Telemetry.Tests", "HomeAssistant", "sensor-classes.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(row => row[0], row => (row[1].Split(' '), row[2].Split(' ')));

    /// <summary>A class of none takes every unit and every state class.</summary>
    public static bool Allow(string? deviceClass, string? unit, string? stateClass) =>
        deviceClass is null
        || (All.TryGetValue(deviceClass, out var row)
            && row.Units.Contains(unit ?? "-")
            && (stateClass is null || row.StateClasses.Contains(stateClass)));
}
