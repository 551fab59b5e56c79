using System.Globalization;
using System.Text;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>A data set that is in order: three classes by frequency, four groups; a test spoils one thing.</summary>
internal sealed class TinyRecordings : IDisposable
{
    public static readonly string[] Labels = ["slow", "medium", "fast"];

    private const int RateHz = 32;
    private const int Seconds = 8;

    private readonly TemporaryFolder _folder = new();

    public TinyRecordings()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "dataset.json"), Description);
        var split = new StringBuilder("path,label,group,split\n");
        foreach (var group in new[] { "anna", "ben", "cleo", "dora" })
        {
            for (var label = 0; label < Labels.Length; label++)
            {
                var file = $"{group}-{Labels[label]}.csv";
                split.Append(CultureInfo.InvariantCulture, $"{file},{Labels[label]},{group},{(group == "dora" ? "test" : "train")}\n");
                File.WriteAllText(Path.Combine(Data, file), Rows(label, seed: group[0] * 10 + label));
            }
        }

        File.WriteAllText(Path.Combine(Data, "split.csv"), split.ToString());
    }

    /// <summary>Folder of the data set.</summary>
    public string Data => _folder.File("tiny-data");

    /// <summary>Folder for bundles; absent at first.</summary>
    public string Out => _folder.File("bundles");

    private static string Description =>
        $$"""
        {
          "schema": 1,
          "name": "tiny",
          "licence": "MIT",
          "attribution": "nobody",
          "simulated": true,
          "kind": "sensor-csv",
          "task": "classification",
          "labels": [{ "name": "slow" }, { "name": "medium" }, { "name": "fast" }],
          "channels": [{ "name": "x", "unit": "g" }, { "name": "y", "unit": "g" }],
          "rate_hz": {{RateHz}},
          "window": { "seconds": 1, "overlap": 0.5 },
          "splits": [
            { "name": "people", "by": "file", "file": "split.csv" },
            { "name": "mixed", "by": "file", "file": "mixed.csv", "leaky": true }
          ]
        }
        """;

    /// <summary>Adds the split 'mixed', in which ben stands on both sides.</summary>
    public void WriteLeakySplit()
    {
        var rows = File.ReadAllText(Path.Combine(Data, "split.csv"));
        File.WriteAllText(
            Path.Combine(Data, "mixed.csv"),
            rows.Replace("ben-fast.csv,fast,ben,train", "ben-fast.csv,fast,ben,test", StringComparison.Ordinal));
    }

    public void Replace(string name, string old, string by)
    {
        var path = Path.Combine(Data, name);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string Rows(int label, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("x,y\n");
        for (var i = 0; i < RateHz * Seconds; i++)
        {
            var angle = Math.Tau * (1 + 3 * label) * i / RateHz;
            text.Append(CultureInfo.InvariantCulture, $"{Math.Sin(angle) + Noise(random):F4},{Math.Cos(angle) + Noise(random):F4}\n");
        }

        return text.ToString();
    }

    private static double Noise(Random random) => 0.6 * (random.NextDouble() - 0.5);
}
