using System.Globalization;
using System.Text;

namespace EdgeInfer.Benchmarks.Tables;

/// <summary>A recording of six channels with time, label and group, as a phone's logger writes it, in one file; seeded.</summary>
internal static class LargeTable
{
    private const int Channels = 6;
    private const int Groups = 8;
    private const int RowsOfLabel = 3000;
    private const double Gravity = 9.8;
    private const long FirstMillisecond = 1_700_000_000_000;
    private const int MillisecondsOfRow = 10;

    private static readonly string[] Labels = ["still", "walk", "run"];

    /// <summary>Writes dataset.json and all.csv of at least so many bytes.</summary>
    /// <returns>Rows.</returns>
    public static long Write(string folder, long bytes, int seed)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "dataset.json"), Description);
        using var file = new FileStream(Path.Combine(folder, "all.csv"), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        file.Write("time_ms,ax,ay,az,gx,gy,gz,label,subject\n"u8);
        var random = new Random(seed);
        var line = new StringBuilder();
        var rows = 0L;
        for (; file.Position < bytes; rows++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"{FirstMillisecond + MillisecondsOfRow * rows}");
            for (var channel = 1; channel <= Channels; channel++)
            {
                var value = 3 * Math.Sin(0.01 * rows * channel) + random.NextDouble() + (channel == 3 ? Gravity : 0);
                line.Append(CultureInfo.InvariantCulture, $",{value:F6}");
            }

            var group = 1 + Math.Min(Groups - 1, file.Position * Groups / bytes);
            line.Append(CultureInfo.InvariantCulture, $",{Labels[rows / RowsOfLabel % Labels.Length]},s{group:00}\n");
            file.Write(Encoding.UTF8.GetBytes(line.ToString()));
        }

        return rows;
    }

    private const string Description =
        """
        {
          "schema": 1, "name": "large", "licence": "CC0-1.0", "simulated": true, "kind": "sensor-csv", "task": "classification",
          "labels": [{ "name": "still" }, { "name": "walk" }, { "name": "run" }],
          "channels": [
            { "name": "ax", "unit": "m/s2" }, { "name": "ay", "unit": "m/s2" }, { "name": "az", "unit": "m/s2" },
            { "name": "gx", "unit": "rad/s" }, { "name": "gy", "unit": "rad/s" }, { "name": "gz", "unit": "rad/s" }
          ],
          "rate_hz": 100, "timestamp": { "column": "time_ms", "unit": "ms" }, "label_column": "label", "group_column": "subject",
          "window": { "seconds": 1, "overlap": 0.5 },
          "splits": [{ "name": "groups", "by": "groups", "train": ["s01", "s02", "s03", "s04", "s05", "s06"], "test": ["s07", "s08"] }]
        }
        """;
}
