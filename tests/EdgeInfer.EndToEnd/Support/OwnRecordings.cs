using System.Globalization;
using System.Text;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>A folder as a user may bring it: three classes in four rooms, a label a file, no timestamps.</summary>
internal static class OwnRecordings
{
    public const string Task = "pumps";
    public const int RateHz = 50;
    private const int TrainSeconds = 40;
    private static readonly (string Label, double Hz)[] Classes = [("slow", 2), ("medium", 5), ("fast", 11)];
    private static readonly (string Room, string Side)[] Rooms =
    [
        ("attic", "train"), ("barn", "train"), ("cellar", "test"), ("dock", "test"),
    ];

    /// <summary>Speed of each class, in the order of the labels.</summary>
    public static double[] Hertz { get; } = [.. Classes.Select(one => one.Hz)];

    public static IEnumerable<string> Bundles { get; } = [$"{Task}-cnn-fp32", $"{Task}-cnn-int8", $"{Task}-fasttree"];

    /// <param name="folder">Is made.</param>
    /// <param name="testSeconds">Length of each of the six recordings to be replayed, which are shown at 40 s a second.</param>
    /// <param name="leaky">Whether the split is declared leaky.</param>
    public static void Write(string folder, int testSeconds = 8, bool leaky = false)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "dataset.json"), $$"""
            {
              "schema": 1, "name": "{{Task}}", "licence": "CC0-1.0", "kind": "sensor-csv", "task": "classification",
              "labels": [{ "name": "slow" }, { "name": "medium" }, { "name": "fast" }],
              "channels": [{ "name": "x", "unit": "g" }, { "name": "y", "unit": "g" }],
              "rate_hz": {{RateHz}},
              "window": { "seconds": 1, "overlap": 0.5 },
              "splits": [{ "name": "rooms", "by": "file", "file": "split.csv", "leaky": {{(leaky ? "true" : "false")}} }]
            }
            """);
        var split = new StringBuilder("path,label,group,split\n");
        var random = new Random(5);
        foreach (var (room, side) in Rooms)
        {
            foreach (var (label, hz) in Classes)
            {
                File.WriteAllText(
                    Path.Combine(folder, $"{room}-{label}.csv"), Rows(hz, side == "train" ? TrainSeconds : testSeconds, random));
                split.Append(CultureInfo.InvariantCulture, $"{room}-{label}.csv,{label},{room},{side}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "split.csv"), split.ToString());
    }

    private static string Rows(double hz, int seconds, Random random)
    {
        var rows = new StringBuilder("x,y\n");
        for (var sample = 0; sample < seconds * RateHz; sample++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * hz * sample / RateHz);
            rows.Append(CultureInfo.InvariantCulture, $"{sine + Noise(random):F4},{cosine + Noise(random):F4}\n");
        }

        return rows.ToString();
    }

    private static double Noise(Random random) => 0.6 * (random.NextDouble() - 0.5);
}
