using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Tests;

/// <summary>A small sound bundle.</summary>
internal static class Samples
{
    public static readonly string Sha256 = new('a', 64);

    public static Manifest Manifest { get; } = new()
    {
        Schema = 1,
        Name = "shaking-cnn-int8",
        Version = "1.2.3",
        Task = new("shaking", TaskKind.Classification, ["still", "shaken <hard>"]),
        Family = ModelFamily.Cnn,
        Format = ModelFormat.Int8,
        Engine = ModelEngine.Onnx,
        ModelFile = "model.onnx",
        Input = new([new("ax", "m/s2"), new("n", "Hz", ChannelRole.Speed)], 12.5, 3, 3, 0.25),
        Preprocessing = new(Standardization.Id, Mean: [0.5f, -1.25f], Deviation: [1f, 0.1f]),
        Decision = new DecisionRule(0.6, 2, 3, 0.05),
        Files = [new("golden.json", Sha256, 100), new("model.onnx", Sha256, 5)],
        Training = new(
            "shaking", true, "CC BY 4.0", "Größe © them", Sha256, Sha256, "by group", false, ["a", "b"], 1234, 7, 61.5,
            60.25, "x64", "edgeinfer train", Quick: true,
            Content: ManifestContent.Of(new(PieceKind.Chunk, 3, 0.25, [7, 8, ulong.MaxValue]))),
        Compression = new("static-int8-qdq", "minmax", 200),
        Parity = new(1000, 0, 1.5e-6, "probability"),
        Metrics = [new("accuracy", 0.9125, 0.85, 0.975, 5, 400, "replay"), new("roc_auc", 0.99, null, null, 1, 400, "replay")],
        MinimumRuntime = "0.1.0",
    };

    public static GoldenSet Golden { get; } = new(1e-4, [new([1, 2, 3, 4, 5, 6], [0.25f, 0.75f])]);

    public static Dictionary<string, byte[]> Files => new() { ["model.onnx"] = [1, 2, 3, 4, 5] };

    public static string Write(string folder)
    {
        BundleWriter.Write(folder, Manifest, Files, Golden);
        return folder;
    }
}
