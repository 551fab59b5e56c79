using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Comparison.Tests.Samples;

/// <summary>A run of three models whose answers follow a fixed pattern, so that every figure is known.</summary>
internal sealed class SampleRun
{
    public const string Trees = "har-phone-fasttree";
    public const string Float = "har-phone-cnn-fp32";
    public const string Int8 = "har-phone-cnn-int8";

    public IReadOnlyList<string> Labels { get; init; } = ["walk", "sit", "stand"];
    public int Groups { get; init; } = 5;
    public int WindowsPerGroup { get; init; } = 20;
    public bool Simulated { get; init; }
    public bool Leaky { get; init; }

    /// <summary>Nobody knows what trained the trees.</summary>
    public bool OriginUnknown { get; init; }

    /// <summary>Model that was trained by quick budgets.</summary>
    public string? Quick { get; init; }

    /// <summary>Wrong answers of a model in a group.</summary>
    public Func<string, int, int> Errors { get; init; } = (model, group) => model == Trees ? 1 + group % 2 : 1 + group % 3;

    /// <summary>Last change to an answer before it is collected; null drops it.</summary>
    public Func<Observation, Observation?> Change { get; init; } = observation => observation;

    public ComparisonInput ToInput() => new()
    {
        Data = new(
            "geotec_har", "har-phone", Simulated, "CC BY 4.0", "Recorded by volunteers", "subject", Leaky,
            new string('d', 64), new string('e', 64), "subject"),
        Seed = 7,
        Device = new(
            new("Example Processor 9000", null, "x64", 2, "Debian GNU/Linux 12 (bookworm)", 8_000_000_000), "jit", "0.1.0"),
        Source = ObservationSource.Replay,
        Created = new DateTimeOffset(2026, 11, 22, 12, 30, 0, TimeSpan.Zero),
        Command = "edgeinfer demo --seed 7",
        Openings = new(3, 3, Look: 1, null),
        ModelSha256 = new[] { Trees, Float, Int8 }.ToLookup(name => name, ShaOf),
        Models =
        [
            ManifestOf(Trees, "fasttree", "exact", "tree", 214_600, 8.4),
            ManifestOf(Float, "cnn", "fp32", "onnx", 76_300, 41.2),
            ManifestOf(Int8, "cnn", "int8", "onnx", 31_900, 43.5),
        ],
        Observations = [.. Observations().Select(Change).OfType<Observation>()],
        Mqtt = new(306, 306, 0, 0),
        GroupOfStream = Enumerable.Range(0, Groups).ToDictionary(Stream, group => $"s{group + 13}"),
    };

    private static string Stream(int group) => $"subject-{group + 13}";

    private IEnumerable<Observation> Observations() =>
        from model in (string[])[Trees, Float, Int8]
        from @group in Enumerable.Range(0, Groups)
        from window in Enumerable.Range(0, WindowsPerGroup)
        select Observe(model, @group, window);

    private Observation Observe(string model, int group, int window)
    {
        var truth = window % Labels.Count;
        var wrong = window < Errors(model, group);
        var label = wrong ? (truth + 1) % Labels.Count : truth;
        var scores = Enumerable.Repeat(0.2f / (Labels.Count - 1), Labels.Count).ToArray();
        scores[label] = 0.8f;
        var place = group * WindowsPerGroup + window;
        var latency = Latency(model, place);
        return new(
            Stream(group),
            FormattableString.Invariant($"{Stream(group)}/{window * 2_560_000_000L}"),
            model,
            ShaOf(model),
            Labels[label],
            Labels[truth],
            scores,
            latency,
            model == Trees ? latency - 6 : 2.5,
            latency * 0.9,
            window * 2560L,
            0,
            Labels[label])
        {
            Marks = new(Simulated, model == Quick, Leaky, OriginUnknown && model == Trees),
        };
    }

    // A body and a tail, different for each model.
    private static double Latency(string model, int place)
    {
        var body = model switch { Trees => 96.0, Float => 21.0, _ => 24.0 };
        var tail = place % 100 == 99 ? 3.5 : 1.0;
        return Math.Round(body * tail * (1 + place * 37 % 50 / 120.0), 3);
    }

    private static string ShaOf(string model) => model switch
    {
        Trees => new string('a', 64),
        Float => new string('b', 64),
        _ => new string('c', 64),
    };

    private Manifest ManifestOf(string name, string family, string format, string engine, long bytes, double seconds) => new()
    {
        Schema = Manifest.CurrentSchema,
        Name = name,
        Version = "1.0.0",
        Task = new("har-phone", TaskKind.Classification, Labels),
        Family = ModelFamily.Of(family),
        Format = ModelFormat.Of(format),
        Engine = ModelEngine.Of(engine),
        ModelFile = "model.bin",
        Input = new([new Channel("ax", "g")], 50, 128, 128, 0.2),
        Preprocessing = new("signal-features/1"),
        Decision = DecisionRule.PerWindow,
        Files = [new("model.bin", ShaOf(name), bytes)],
        Training = new(
            "geotec_har", Simulated, "CC BY 4.0", null, new string('d', 64), new string('e', 64), "subject", Leaky,
            ["s01", "s02"], 4000, 7, seconds, seconds * 1.5, "Example Processor 9000", $"edgeinfer-trainer {name} --seed 7", name == Quick,
            Content: OriginUnknown && name == Trees ? null : new(PieceKind.Chunk, 1, 0, "BwAAAAAAAAA=")),
        Parity = new(
            12_345,
            0,
            engine == "tree" ? 0 : 2.4e-6,
            engine == "tree" ? "raw score, ML.NET to compact file" : "probability, TorchSharp to ONNX"),
        Metrics = [],
        MinimumRuntime = "0.1.0",
    };
}
