using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>
/// A bundle whose model gives the share of features that have the very bits that they have in this process: a tree a feature,
/// with a threshold at its value and one at the float below. So the runtime's own <c>check</c> compares features bit
/// for bit, on any processor.
/// </summary>
internal static class FeatureBitsBundle
{
    private const string ModelFile = "model.trees";
    private const double RateHz = 100;

    /// <param name="window">Samples a channel.</param>
    /// <param name="preprocessing">Id of what makes the features.</param>
    /// <param name="wrong">Index of a feature to expect one bit beside; null for none.</param>
    public static void Write(string folder, int window, string preprocessing = FeatureExtractor.Id, int? wrong = null)
    {
        var hash = new string('0', 64);
        var input = new ManifestInput(
            [
                new("ax", "m/s2"), new("ay", "m/s2"), new("az", "m/s2"), new("gx", "rad/s"), new("gy", "rad/s"),
                new("gz", "rad/s"), new("shaft", "Hz", ChannelRole.Speed),
            ],
            RateHz, window, window, 0.2);
        var parameters = Parameters(preprocessing, input);
        var extractor = Preprocessors.Create(parameters, input.ToShape());
        var samples = Samples(window);
        var features = new float[extractor.OutputLength];
        extractor.Apply(samples, features);
        if (wrong is { } index)
            features[index] = MathF.BitIncrement(features[index]);

        var trees = features.Select((value, feature) => new DecisionTree(
            0, [feature, feature], [MathF.BitDecrement(value), value], [~0, ~1], [1, ~2], [0, 1, 0]));
        var manifest = new Manifest
        {
            Schema = 1,
            Name = "feature-bits-fasttree",
            Version = "0.1.0",
            Task = new("feature-bits", TaskKind.Classification, ["other", "same"]),
            Family = ModelFamily.FastTree,
            Format = ModelFormat.Exact,
            Engine = ModelEngine.Tree,
            ModelFile = ModelFile,
            Input = input,
            Preprocessing = parameters,
            Decision = DecisionRule.PerWindow,
            Files = [],
            Training = new("feature-bits", false, "MIT", "EdgeInfer", hash, hash, "none", false, ["a"], 1, 1, 1, 1, "x64", "test"),
            Parity = new(1, 0, 0, "share of features"),
            Metrics = [],
            MinimumRuntime = "0.1.0",
        };
        BundleWriter.Write(
            folder, manifest,
            new Dictionary<string, byte[]>
            {
                [ModelFile] = CompactTreeFile.Write(new(features.Length, 1, [.. trees], Aggregation.Mean, new EnsembleLink.ClampedShare())),
            },
            new GoldenSet(0, [new(samples, [0, 1])]));
    }

    private static ManifestPreprocessing Parameters(string preprocessing, ManifestInput input)
    {
        if (preprocessing == MuLawCompanding.Id)
            return new(preprocessing, Mean: [0.5f, 1, 2, 0.1f, 4, 5, 12], Deviation: [1, 0.3f, 20, 0.05f, 7, 1, 0.1f]);
        var envelope = new EnvelopeBand(10, 40, new Dictionary<string, double> { ["bpfo"] = 1.7 });
        return new(preprocessing, new FeatureExtractor(input.ToShape(), envelope).Names, envelope);
    }

    /// <summary>Movement, noise, a step, and a shaft of about 12 Hz.</summary>
    private static float[] Samples(int window)
    {
        var random = new Random(29);
        return [.. Enumerable.Range(0, 7 * window).Select(i => (float)((i / window, i % window) switch
        {
            (6, _) => 12 + 0.1 * random.NextDouble(),
            (3, var t) => t < window / 3 ? 0.1 : 2.5,
            (var channel, var t) => channel + Math.Sin(0.3 * (channel + 1) * t) + random.NextDouble(),
        }))];
    }
}
