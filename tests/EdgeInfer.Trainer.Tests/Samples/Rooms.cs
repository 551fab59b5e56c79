using System.Globalization;
using System.Text;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Tests.Import;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>
/// Readings of temperature and CO2 once a minute, with the number of people as label: CO2 alone decides, below 600 for 0,
/// below 1000 for 1. A window is two readings.
/// </summary>
internal sealed class Rooms : IDisposable
{
    private const int Readings = 40;

    private readonly TemporaryFolder _folder = new();

    /// <param name="labels">Name and value of each label, in the task's order; values are the people from 0.</param>
    public Rooms(params (string Name, string Value)[] labels)
    {
        Directory.CreateDirectory(Data);
        var texts = labels.Select(label => $$"""{ "name": "{{label.Name}}", "value": "{{label.Value}}" }""");
        File.WriteAllText(Path.Combine(Data, "dataset.json"), $$"""
            {
              "schema": 1, "name": "rooms", "licence": "MIT", "simulated": true, "kind": "sensor-csv", "task": "classification",
              "labels": [{{string.Join(", ", texts)}}],
              "channels": [{ "name": "temperature", "unit": "degC" }, { "name": "co2", "unit": "ppm" }],
              "rate_hz": 0.016666666666666666, "timestamp": { "column": "t", "unit": "s" }, "label_column": "people",
              "window": { "seconds": 120, "overlap": 0 }, "splits": [{ "name": "rooms", "by": "file", "file": "split.csv" }]
            }
            """);
        File.WriteAllText(
            Path.Combine(Data, "split.csv"),
            "path,label,group,split\na.csv,per-row,a,train\nb.csv,per-row,b,train\nc.csv,per-row,c,test\n");
        foreach (var room in (string[])["a", "b", "c"])
            File.WriteAllText(Path.Combine(Data, $"{room}.csv"), Rows(labels.Length, seed: room[0]));
    }

    public string Data => _folder.File("rooms");

    public string Out => _folder.File("bundles");

    /// <summary>What a converter writes of a tree learnt on the labels' numbers, in the order in which it has the classes.</summary>
    /// <param name="classes">All numbers of people.</param>
    public string Tree(params long[] classes)
    {
        bool two = classes.Length == 2;
        (long Node, long People)[] leaves = two ? [(1, 0), (2, 1)] : [(1, 0), (3, 1), (4, 2)];
        var votes = leaves.SelectMany(leaf => classes.Select((people, place) =>
            (leaf.Node, Class: (long)place, Weight: people == leaf.People ? 0.9 : 0.1 / (classes.Length - 1)))).ToArray();
        var nodes = two ? 3 : 5;
        var path = _folder.File("tree.onnx");
        File.WriteAllBytes(path, ForeignFile.Classifier(
            [
                OnnxAttribute.Of("nodes_treeids", new long[nodes]),
                OnnxAttribute.Of("nodes_nodeids", Enumerable.Range(0, nodes).Select(node => (long)node)),
                OnnxAttribute.Of("nodes_featureids", ((long[])[2, 0, 2, 0, 0])[..nodes]),
                OnnxAttribute.Of("nodes_modes", ((string[])["BRANCH_LEQ", "LEAF", two ? "LEAF" : "BRANCH_LEQ", "LEAF", "LEAF"])[..nodes]),
                ForeignTrees.Floats("nodes_values", ((double[])[600, 0, two ? 0 : 1000, 0, 0])[..nodes]),
                OnnxAttribute.Of("nodes_truenodeids", ((long[])[1, 0, two ? 0 : 3, 0, 0])[..nodes]),
                OnnxAttribute.Of("nodes_falsenodeids", ((long[])[2, 0, two ? 0 : 4, 0, 0])[..nodes]),
                OnnxAttribute.Of("class_treeids", votes.Select(_ => 0L)),
                OnnxAttribute.Of("class_nodeids", votes.Select(vote => vote.Node)),
                OnnxAttribute.Of("class_ids", votes.Select(vote => vote.Class)),
                ForeignTrees.Floats("class_weights", votes.Select(vote => vote.Weight)),
                OnnxAttribute.Of("classlabels_int64s", classes), OnnxAttribute.Of("post_transform", "NONE"),
            ],
            _ => { },
            ["label", "scores"],
            features: 4));
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private static string Rows(int labels, int seed)
    {
        var random = new Random(seed);
        var csv = new StringBuilder("t,temperature,co2,people\n");
        for (var i = 0; i < Readings; i++)
        {
            var people = i / 2 % labels;
            var co2 = 400 + 400 * people + random.Next(100);
            csv.Append(CultureInfo.InvariantCulture, $"{i * 60},{20 + random.NextDouble()},{co2},{people}\n");
        }

        return csv.ToString();
    }
}
