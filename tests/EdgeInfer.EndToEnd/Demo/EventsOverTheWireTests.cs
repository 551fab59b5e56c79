using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Demo;

/// <summary>Training, comparison on the host and the demo over the wire judge a detector on the same recordings.</summary>
public sealed class EventsOverTheWireTests : IDisposable
{
    private const int RateHz = 32;
    private const string Task = "machine-anomaly";

    private static readonly string[] Methods = ["pca", "kmeans"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TrainAnomalyCompareAndDemoCountTheSameEvents()
    {
        WriteData();
        (await ToolProcess.EdgeInferAsync(
            _folder.Path, "demo", "--quick", "--data", "data", "--task", Task, "--json", "demo.json")).Succeeded();
        string[] bundles = [.. Methods.Select(method => $"artifacts/demo/bundles/{Task}-{method}")];
        (await ToolProcess.EdgeInferAsync(
            _folder.Path, ["compare", .. bundles, "--data", "data", "--task", Task, "--json", "compare.json"])).Succeeded();

        foreach (var (method, bundle) in Methods.Zip(bundles))
        {
            var metrics = BundleReader.Open(_folder.File(bundle)).Manifest.Metrics;
            var trained = metrics.ToDictionary(metric => metric.Name, metric => metric.Value);
            var (demo, compared) = (Events("demo.json", method), Events("compare.json", method));

            // An anomaly on both sides of a gap is two events, and each stream has its own.
            Assert.Equal(3, demo.Events);
            Assert.InRange(demo.Missed, 0, 2);
            Assert.Equal(demo, compared);
            Assert.Equal((demo.Events, demo.Missed), ((int)trained["events"], (int)trained["missed_events"]));
            Assert.Equal(demo.AlarmedShare, trained["alarmed_share_of_normal_time"]);
        }
    }

    public void Dispose() => _folder.Dispose();

    private (int Events, int Missed, int FalseAlarms, double AlarmedShare) Events(string file, string method)
    {
        var events = JsonElement.Parse(File.ReadAllText(_folder.File(file))).GetProperty("models").EnumerateArray()
            .Single(model => model.GetProperty("name").GetString() == $"{Task}-{method}").GetProperty("events");
        var alarms = events.GetProperty("false_alarms");
        return (
            events.GetProperty("events").GetInt32(),
            events.GetProperty("missed").GetInt32(),
            alarms.GetProperty("count").GetInt32(),
            alarms.GetProperty("alarmed_share").GetDouble());
    }

    private void WriteData()
    {
        Directory.CreateDirectory(_folder.File("data"));
        File.WriteAllText(_folder.File("data/dataset.json"), $$"""
            {
              "schema": 1, "name": "machine", "licence": "MIT", "simulated": true, "kind": "sensor-csv", "task": "classification",
              "labels": [{ "name": "slow" }, { "name": "fast" }], "normal": ["slow"],
              "channels": [{ "name": "x", "unit": "g" }, { "name": "y", "unit": "g" }],
              "rate_hz": {{RateHz}}, "timestamp": { "column": "t", "unit": "us" }, "label_column": "label",
              "window": { "seconds": 1, "overlap": 0.5 },
              "splits": [{ "name": "machines", "by": "file", "file": "split.csv" }]
            }
            """);
        var split = new StringBuilder("path,label,group,split\n");
        Write("anna", "NNNNNNNNNN", "train");
        Write("ben", "NNNNNNNNNN", "train");
        Write("cleo", "NNNNNNNNNN", "train");
        Write("dora", "NNNNAAAA|AAANNNN", "test");
        Write("emil", "NNNNAAANNNN", "test");
        File.WriteAllText(_folder.File("data/split.csv"), split.ToString());

        void Write(string group, string seconds, string side)
        {
            File.WriteAllText(_folder.File($"data/{group}.csv"), Rows(seconds, group[0]));
            split.Append(CultureInfo.InvariantCulture, $"{group}.csv,per-row,{group},{side}\n");
        }
    }

    /// <param name="seconds">One letter a second, N for normal and A for anomalous; | is a gap.</param>
    /// <param name="seed">Of the noise.</param>
    private static string Rows(string seconds, int seed)
    {
        var (random, text, sample, gap) = (new Random(seed), new StringBuilder("t,x,y,label\n"), 0L, 0L);
        foreach (var state in seconds)
        {
            gap += state == '|' ? 5_000_000 : 0;
            for (var i = 0; i < RateHz && state != '|'; i++, sample++)
            {
                var angle = Math.Tau * (state == 'N' ? 1 : 7) * i / RateHz;
                var (x, y) = (Math.Sin(angle) + Noise(random), Math.Cos(angle) + Noise(random));
                var label = state == 'N' ? "slow" : "fast";
                text.Append(CultureInfo.InvariantCulture, $"{gap + sample * 1_000_000 / RateHz},{x:F4},{y:F4},{label}\n");
            }
        }

        return text.ToString();
    }

    private static double Noise(Random random) => 0.6 * (random.NextDouble() - 0.5);
}
