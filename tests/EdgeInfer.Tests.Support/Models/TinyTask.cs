using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Tests.Support.Models;

/// <summary>Two channels at 10 Hz, windows of 10 samples; a window is 'high' where its first sample is above 0.5.</summary>
public static class TinyTask
{
    public const string Name = "tiny";

    /// <summary>Group on the training side of the data, and what the bundles have learnt.</summary>
    public const string TrainGroup = "trained";

    public const double RateHz = 10;
    public const int Length = 10;

    public static readonly string[] Labels = ["low", "high"];

    public static WindowShape Shape { get; } = new([new("x", "g"), new("y", "g")], RateHz, Length, Length, 1);

    /// <summary>One tree on the raw window, score -1 or 1, calibrated so that its sign decides.</summary>
    public static TreeEnsemble Ensemble { get; } = new(
        Shape.ValueCount,
        OutputCount: 1,
        [new DecisionTree(0, [0], [0.5f], [~0], [~1], [-1, 1])],
        Aggregation.Sum,
        new EnsembleLink.Platt([new PlattCalibration(-2, 0)]));

    /// <summary>The same tree, grown on one low and three high rows: its expected score is 0.5.</summary>
    public static TreeEnsemble Counted { get; } = Ensemble with { Trees = [Ensemble.Trees[0] with { LeafRows = [1, 3] }] };

    public static ManifestTask Task { get; } = new(Name, TaskKind.Classification, Labels);

    /// <summary>Probability of 'high' that the tree gives above its threshold.</summary>
    public static float Sure { get; } = (float)(1 / (1 + Math.Exp(-2)));

    public static ModelLane Lane(string name, TimeProvider time, DecisionRule? rule = null) => new(
        name, "00", Task, rule ?? DecisionRule.PerWindow, Unchanged, new TreeModel(Ensemble), time);

    public static Standardization Unchanged => new([0, 0], [1, 1], Length);

    public static float[] Window(float first)
    {
        var window = new float[Shape.ValueCount];
        window[0] = first;
        return window;
    }

    public static GoldenSet Golden { get; } = new(1e-6, [new(Window(0), [Sure, 1 - Sure]), new(Window(1), [1 - Sure, Sure])]);

    /// <summary>A bundle of the tree in the compact file.</summary>
    public static string WriteTreeBundle(
        string folder, GoldenSet? golden = null, TreeEnsemble? ensemble = null, DecisionRule? decision = null, string learnt = TrainGroup)
        => WriteBundle(
        folder, "fasttree", "exact", "tree", "model.trees", CompactTreeFile.Write(ensemble ?? Ensemble), golden ?? Golden,
        decision: decision, learnt: learnt);

    /// <summary>A bundle of a network: softmax of -4 and 4 times the first sample, so that a low window is a draw.</summary>
    public static string WriteOnnxBundle(string folder)
    {
        var high = (float)(1 / (1 + Math.Exp(-8)));
        var golden = new GoldenSet(1e-6, [new(Window(0), [0.5f, 0.5f]), new(Window(1), [1 - high, high])]);
        return WriteBundle(folder, "cnn", "fp32", "onnx", "model.onnx", Network, golden);
    }

    /// <summary>The same network, whose second output a tree asks whether it is above 0.99, and so the first sample above 0.57.</summary>
    /// <param name="folder">Receives the bundle.</param>
    /// <param name="features">Values that the tree takes; the network gives two.</param>
    public static string WriteHybridBundle(string folder, int features = 2)
    {
        var trees = Ensemble with { FeatureCount = features, Trees = [new DecisionTree(0, [1], [0.99f], [~0], [~1], [-1, 1])] };
        return WriteBundle(folder, "hybrid", "int8", "hybrid", "model.trees", CompactTreeFile.Write(trees), Golden, Network);
    }

    private static byte[] Network
    {
        get
        {
            var weights = new float[Shape.ValueCount * 2];
            (weights[0], weights[1]) = (-4, 4);
            return new TinyModel
            {
                InputDims = [1, Shape.ValueCount],
                Initializer = TinyModel.Tensor("weights", [Shape.ValueCount, 2], MemoryMarshal.AsBytes<float>(weights).ToArray()),
            }.ToBytes();
        }
    }

    private static string WriteBundle(
        string folder, string family, string format, string engine, string file, byte[] model, GoldenSet golden,
        byte[]? embedding = null, DecisionRule? decision = null, string learnt = TrainGroup)
    {
        const string EmbeddingFile = "embedding.onnx";
        var manifest = new Manifest
        {
            Schema = Manifest.CurrentSchema,
            Name = $"{Name}-{family}-{format}",
            Version = "1.0.0",
            Task = Task,
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Of(format),
            Engine = ModelEngine.Of(engine),
            ModelFile = file,
            EmbeddingFile = embedding is null ? null : EmbeddingFile,
            Input = new ManifestInput(Shape.Channels, RateHz, Length, Length, Shape.MaxGapSeconds),
            Preprocessing = new ManifestPreprocessing(Standardization.Id, Mean: [0, 0], Deviation: [1, 1]),
            Decision = decision ?? DecisionRule.PerWindow,
            Files = [],
            Training = new ManifestTraining(
                Name, true, "MIT", null, new string('0', 64), new string('0', 64), "file", false, [learnt], 1, 1, 1, 1, "none", "none",
                Content: new(PieceKind.Chunk, 1, 0, "BwAAAAAAAAA=")),
            Parity = new ManifestParity(1, 0, 0, "raw score"),
            Metrics = [],
            MinimumRuntime = "0.1.0",
        };
        var files = new Dictionary<string, byte[]> { [file] = model };
        if (embedding is not null)
            files.Add(EmbeddingFile, embedding);
        BundleWriter.Write(folder, manifest, files, golden);
        return folder;
    }

    /// <summary>Writes a data set of one recording a group: <paramref name="windows"/> windows, low and high in turn.</summary>
    public static string WriteData(string folder, int windows, params string[] testGroups) =>
        WriteData(folder, windows, [.. testGroups.Select(group => (group, windows))]);

    /// <summary>Writes a data set of one test recording for each number of windows, in this order.</summary>
    /// <param name="folder">Receives the data set.</param>
    /// <param name="windows">Windows of the recording to train on.</param>
    /// <param name="testWindows">Windows of each test recording.</param>
    public static string WriteData(string folder, int windows, IReadOnlyList<int> testWindows) => WriteData(
        folder, windows, [.. testWindows.Select((count, i) => (string.Create(CultureInfo.InvariantCulture, $"r{i:0000}"), count))]);

    private static string WriteData(string folder, int windows, IReadOnlyList<(string Group, int Windows)> test)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "dataset.json"), """
            {
              "schema": 1, "name": "tiny", "licence": "MIT", "simulated": true, "kind": "sensor-csv", "task": "classification",
              "labels": [{ "name": "low" }, { "name": "high" }],
              "channels": [{ "name": "x", "unit": "g" }, { "name": "y", "unit": "g" }],
              "rate_hz": 10, "timestamp": { "column": "t", "unit": "ms" }, "label_column": "label",
              "window": { "seconds": 1, "overlap": 0, "max_gap_seconds": 1 },
              "splits": [{ "name": "file", "by": "file", "file": "split.csv" }]
            }
            """);
        var split = new StringBuilder("path,label,group,split\ntrain.csv,per-row,trained,train\n");
        File.WriteAllText(Path.Combine(folder, "train.csv"), Recording(windows));
        foreach (var (group, count) in test)
        {
            File.WriteAllText(Path.Combine(folder, $"{group}.csv"), Recording(count));
            split.Append(CultureInfo.InvariantCulture, $"{group}.csv,per-row,{group},test\n");
        }

        File.WriteAllText(Path.Combine(folder, "split.csv"), split.ToString());
        return folder;
    }

    private static string Recording(int windows)
    {
        var csv = new StringBuilder("t,x,y,label\n");
        for (var sample = 0; sample < windows * Length; sample++)
        {
            var high = sample / Length % 2;
            csv.Append(CultureInfo.InvariantCulture, $"{sample * 100},{high},0,{Labels[high]}\n");
        }

        return csv.ToString();
    }
}
