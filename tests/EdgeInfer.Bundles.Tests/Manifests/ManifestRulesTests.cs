using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Images;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Tests.Manifests;

public class ManifestRulesTests
{
    private static readonly Manifest Sound = Samples.Manifest;
    private static readonly ManifestInput Frame = ManifestInput.Of(new FrameShape(2, 3, FrameColour.Gray).ToWindow(10));

    public static TheoryData<string, string, Func<Manifest, Manifest>> Faults { get; } = new()
    {
        { "$.schema", "2; this program reads 1", m => m with { Schema = 2 } },
        { "$.version", "'1.2' is not major.minor.patch", m => m with { Version = "1.2" } },
        { "$.minimum_runtime", "needs version 99.0.0; this is 0.1.0", m => m with { MinimumRuntime = "99.0.0" } },
        { "$.name", "'other' is neither shaking-cnn nor shaking-cnn-int8", m => m with { Name = "other" } },
        { "$.task.name", "'Sh/king' is not lower-case", m => m with { Task = m.Task with { Name = "Sh/king" } } },
        { "$.family", "'' is not lower-case", m => m with { Family = ModelFamily.Of("") } },
        { "$.format", "'fp16' is none of exact, fp32, int8", m => m with { Format = ModelFormat.Fp16 } },
        { "$.engine", "'lua' is none of tree, onnx", m => m with { Engine = ModelEngine.Of("lua") } },
        { "$.task.labels", "1 labels, not 2 to 1024", m => m with { Task = m.Task with { Labels = ["a"] } } },
        { "$.task.labels", "'a' stands 2 times", m => m with { Task = m.Task with { Labels = ["a", "a"] } } },
        { "$.task.labels", "a label is empty", m => m with { Task = m.Task with { Labels = ["a", " "] } } },
        { "$.task.labels", "2 labels, not 0 to 0", m => m with { Task = m.Task with { Kind = TaskKind.Regression } } },
        {
            "$.task.labels",
            "[still, shaken <hard>] are not [normal, anomaly]",
            m => m with { Task = m.Task with { Kind = TaskKind.Anomaly } }
        },
        { "$.decision.threshold", "-1 is outside 0 to", m => Anomaly(m) with { Decision = new DecisionRule(-1, 1, 1, 0) } },
        { "$.decision.threshold", "1E+39 is outside 0 to", m => Anomaly(m) with { Decision = new DecisionRule(1e39, 1, 1, 0) } },
        { "$.decision.hysteresis", "5 is not below the threshold", m => Anomaly(m) with { Decision = new DecisionRule(5, 1, 1, 5) } },
        { "$.decision.hysteresis", "6 is outside 0 to 5", m => Anomaly(m) with { Decision = new DecisionRule(5, 1, 1, 6) } },
        { "$.decision.k", "4 is outside 1 to n = 3", m => m with { Decision = m.Decision with { K = 4 } } },
        { "$.decision.n", "0 is outside 1 to 10000", m => m with { Decision = new DecisionRule(0, 1, 0, 0) } },
        { "$.decision.threshold", "NaN is outside 0 to 1", m => m with { Decision = m.Decision with { Threshold = double.NaN } } },
        { "$.decision.hysteresis", "-1 is outside 0 to 1", m => m with { Decision = m.Decision with { Hysteresis = -1 } } },
        { "$.input.channels", "0 channels, not 1 to 64", m => m with { Input = m.Input with { Channels = [] } } },
        {
            "$.input.channels[1].name",
            "'x' is empty or stands twice",
            m => m with { Input = m.Input with { Channels = [new("x", "g"), new("x", "g")] } }
        },
        { "$.input.rate_hz", "0 is not above 0", m => m with { Input = m.Input with { RateHz = 0 } } },
        { "$.input.window", "500001 is outside 1 to 500000", m => m with { Input = m.Input with { Window = 500_001 } } },
        { "$.input.hop", "4 is outside 1 to window = 3", m => m with { Input = m.Input with { Hop = 4 } } },
        {
            "$.input.max_gap_seconds",
            "Infinity is not above 0",
            m => m with { Input = m.Input with { MaxGapSeconds = double.PositiveInfinity } }
        },
        { "$.input.frame", "0 x 6 px are not window = 6", m => m with { Input = Frame with { Frame = new(0, 6, FrameColour.Gray) } } },
        { "$.input.frame", "2 x 4 px are not window = 6", m => m with { Input = Frame with { Frame = new(2, 4, FrameColour.Gray) } } },
        {
            "$.input.frame.fit",
            "9 is none of exact, stretch, crop, pad",
            m => m with { Input = Frame with { Frame = new(2, 3, FrameColour.Gray, (FrameFit)9) } }
        },
        { "$.input.resampling", "frames are not", m => m with { Input = Frame with { Resampling = ResamplingRule.Filtered } } },
        { "$.input.hop", "5 is not window = 6", m => m with { Input = Frame with { Hop = 5 } } },
        {
            "$.input.channels",
            "[gray] are not those of a frame in Rgb",
            m => m with { Input = Frame with { Frame = new(2, 3, FrameColour.Rgb) } }
        },
        {
            "$.preprocessing.id",
            "is for windows of samples",
            m => m with { Input = Frame, Preprocessing = new(FeatureExtractor.Id, ["a"]) }
        },
        {
            "$.preprocessing.id",
            "mu-law/1 is for windows of samples",
            m => m with { Input = Frame, Preprocessing = m.Preprocessing with { Id = MuLawCompanding.Id } }
        },
        {
            "$.preprocessing.deviation",
            "2 values, not one above 0",
            m => m with { Preprocessing = m.Preprocessing with { Id = MuLawCompanding.Id, Deviation = [1, 0] } }
        },
        { "$.preprocessing.id", "is for frames", m => m with { Preprocessing = new(ImageFeatures.Id, ["a"]) } },
        {
            "$.preprocessing.envelope",
            "takes none",
            m => m with { Input = Frame, Preprocessing = new(ImageFeatures.Id, ["a"], new(1, 2, new Dictionary<string, double>())) }
        },
        { "$.preprocessing.id", "'magic/1' is none of", m => m with { Preprocessing = new("magic/1") } },
        { "$.preprocessing.mean", "0 values, not one finite value for each of 2", m => m with { Preprocessing = new(Standardization.Id) } },
        {
            "$.preprocessing.deviation",
            "2 values, not one above 0",
            m => m with { Preprocessing = m.Preprocessing with { Deviation = [1, 0] } }
        },
        { "$.preprocessing.feature_names", "0 names, not 1 to", m => m with { Preprocessing = new(FeatureExtractor.Id) } },
        {
            "$.preprocessing.envelope",
            "band 1 to 7 Hz is not inside 0 to half of 12.5 Hz",
            m => m with { Preprocessing = new(FeatureExtractor.Id, ["a"], new(1, 7, new Dictionary<string, double>())) }
        },
        { "$.files[0].path", "'../model.onnx' is not a plain file name", m => WithFile(m, new("../model.onnx", Samples.Sha256, 1)) },
        { "$.files[0].path", "'a\\b' is not a plain file name", m => WithFile(m, new("a\\b", Samples.Sha256, 1)) },
        { "$.files[0].path", "'..' is not a plain file name", m => WithFile(m, new("..", Samples.Sha256, 1)) },
        { "$.files[0].path", "'model.json' is reserved", m => WithFile(m, new("model.json", Samples.Sha256, 1)) },
        { "$.files[0].sha256", "'ABC' is not 64", m => WithFile(m, new("a", "ABC", 1)) },
        { "$.files[0].bytes", "0 is outside 1 to", m => WithFile(m, new("a", Samples.Sha256, 0)) },
        { "$.files[2].path", "'model.onnx' stands twice", m => m with { Files = [.. m.Files, m.Files[1]] } },
        { "$.files", "golden.json is not listed", m => m with { Files = [m.Files[1]] } },
        { "$.model_file", "'other.onnx' is not a model listed in files", m => m with { ModelFile = "other.onnx" } },
        { "$.model_file", "'golden.json' is not a model", m => m with { ModelFile = "golden.json" } },
        { "$.embedding_file", "'a.onnx' stands beside engine onnx", m => m with { EmbeddingFile = "a.onnx" } },
        { "$.embedding_file", "'' is not a second model", m => m with { Engine = ModelEngine.Hybrid } },
        {
            "$.embedding_file",
            "'model.onnx' is not a second model",
            m => m with { Engine = ModelEngine.Hybrid, EmbeddingFile = "model.onnx" }
        },
        {
            "$.embedding_file",
            "'golden.json' is not a second model",
            m => m with { Engine = ModelEngine.Hybrid, EmbeddingFile = "golden.json" }
        },
        {
            "$.embedding_file",
            "'other.onnx' is not a second model",
            m => m with { Engine = ModelEngine.Hybrid, EmbeddingFile = "other.onnx" }
        },
        { "$.training.data_sha256", "'' is not 64", m => m with { Training = m.Training with { DataSha256 = "" } } },
        { "$.training.seconds", "-1 is not a duration", m => m with { Training = m.Training with { Seconds = -1 } } },
        { "$.training.false_alarms_per_day", "0 is not above 0", m => m with { Training = m.Training with { FalseAlarmsPerDay = 0 } } },
        {
            "$.parity.label_mismatches",
            "1001 is outside 0 to rows = 1000",
            m => m with { Parity = m.Parity with { LabelMismatches = 1001 } }
        },
        {
            "$.parity.original_contradictions",
            "-1 is outside 0 to rows = 1000",
            m => m with { Parity = m.Parity with { OriginalContradictions = -1 } }
        },
        { "$.metrics[0]", "an interval needs both", m => m with { Metrics = [m.Metrics[0] with { Low = null }] } },
        { "$.metrics[0]", "interval 0.99 to 0.975 is not one", m => m with { Metrics = [m.Metrics[0] with { Low = 0.99 }] } },
    };

    [Fact]
    public void AnAnomalyScoreHasAScaleOfItsOwn() =>
        Assert.Null(ManifestRules.FirstFault(Anomaly(Sound) with { Decision = new DecisionRule(1234.5, 2, 3, 100) }));

    [Fact]
    public void ASoundManifestHasNoFault() => Assert.Null(ManifestRules.FirstFault(Sound));

    [Fact]
    public void AFrameIsAWindowOfItsPixels() =>
        Assert.Null(ManifestRules.FirstFault(Sound with { Input = Frame, Preprocessing = new(ImageFeatures.Id, ["a"]) }));

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void AFaultIsNamedWithPathAndValue(string path, string reason, Func<Manifest, Manifest> spoil)
    {
        var fault = ManifestRules.FirstFault(spoil(Sound));

        Assert.Equal(path, fault?.Path);
        Assert.Contains(reason, fault?.Reason, StringComparison.Ordinal);
    }

    private static Manifest WithFile(Manifest manifest, ManifestFile file) => manifest with { Files = [file, .. manifest.Files] };

    private static Manifest Anomaly(Manifest manifest) =>
        manifest with { Task = manifest.Task with { Kind = TaskKind.Anomaly, Labels = AnomalyLabel.Names } };
}
