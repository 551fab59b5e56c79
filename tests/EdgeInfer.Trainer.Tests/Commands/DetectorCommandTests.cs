using System.Text.Json;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("trains detectors")]
public sealed class DetectorCommandTests : IDisposable
{
    private const string Rate = ",\n    \"false_alarms_per_day\": 500";
    private const string Labels = "\"labels\": [";

    private readonly TinyRecordings _recordings = new();
    private readonly TemporaryFolder _results = new();

    public DetectorCommandTests()
    {
        _recordings.Replace("dataset.json", Labels, "\"normal\": [\"slow\"], " + Labels);
        _recordings.Replace("split.csv", "cleo,train", "cleo,test");
    }

    [Fact]
    public void AnAutoencoderBecomesInt8WithAThresholdOfItsOwnAndIsComparedWithFp32()
    {
        var fp32 = Train("autoencoder", "--quick");
        var (folder, tried) = (_results.File("compressed"), _results.File("tried.json"));

        TrainingCommands.Invoke(
            CompressCommand.Create(), [fp32, .. Data, "--steps", "int8", "--margin", "100", "--json", tried, "--out", folder]);
        var int8 = Path.Combine(folder, "tiny-anomaly-autoencoder-int8");
        var comparison = HostComparisons.Compare(fp32, int8, _recordings.Data, "tiny-anomaly");

        var (original, bundle) = (BundleReader.Open(fp32), BundleReader.Open(int8));
        Assert.Equal(
            ("int8", "autoencoder", "static-int8-qdq"),
            (bundle.Manifest.Format.Name, bundle.Manifest.Family.Name, bundle.Manifest.Compression!.Method));
        Assert.Equal((true, 500), (bundle.Manifest.Training.Quick, bundle.Manifest.Training.FalseAlarmsPerDay));
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.InRange(bundle.ModelBytes.Length, 1, original.ModelBytes.Length * 0.4);
        Assert.NotEqual(original.Manifest.Decision.Threshold, bundle.Manifest.Decision.Threshold);
        Assert.Equal(1, bundle.Manifest.Metrics.Single(metric => metric.Name == "roc_auc").Value, 0.05);
        Assert.EndsWith(
            "--steps int8 --calibration percentile --margin 100 --seed 1", bundle.Manifest.Training.Command, StringComparison.Ordinal);
        RequireFloatAtTheEndsOnly(bundle);
        var pair = comparison.Comparison!;
        Assert.Equal("roc_auc", pair.Endpoint);
        Assert.InRange(pair.Difference!.Value, -0.05, 0.05);
        Assert.Equal(["cleo", "dora"], comparison.Models[0].PerGroup.Select(group => group.Group));
        Assert.NotEmpty(comparison.Layers);
        Assert.Equal(["simulated", "quick budgets"], comparison.Marks);
        var compressed = JsonElement.Parse(File.ReadAllText(tried));
        Assert.Equal(["simulated", "quick budgets"], compressed.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));
    }

    [Fact]
    public void DetectorsOfDifferentKindsAreComparedWithoutLayers()
    {
        var (pca, kmeans) = (Train("pca"), Train("kmeans"));

        var comparison = HostComparisons.Compare(pca, kmeans, _recordings.Data, "tiny-anomaly");

        Assert.Equal(2, comparison.Comparison!.Groups);
        Assert.Equal(["simulated"], comparison.Marks);
        Assert.Empty(comparison.Layers);
        // Two faults of each of two people.
        Assert.Equal(4, comparison.Models[1].Events!.Events);
    }

    [Theory]
    [InlineData("prune:0.4,int8", "--steps: 'prune:0.4' trains again from labels, which detectors learn without; they take int8 and fp16")]
    [InlineData("fp16", "--steps: no chain ends in int8, the format that is exported; nothing was trained")]
    public void StepsThatADetectorCannotTakeAreNamed(string steps, string message)
    {
        var fp32 = Train("autoencoder", "--quick");

        Assert.Equal(message, Refusal(fp32, "--steps", steps));
    }

    [Theory]
    [InlineData("pca")]
    [InlineData("kmeans")]
    public void OfDetectorsOnlyTheAutoencoderIsCompressed(string method) => Assert.EndsWith(
        $": holds a detector of family {method} in fp32; of detectors the autoencoder in fp32 is compressed",
        Refusal(Train(method), "--steps", "int8"),
        StringComparison.Ordinal);

    [Fact]
    public void ARateThatIsNotKnownIsNotGuessedAndATeacherIsNotPassedOver()
    {
        var (pca, autoencoder) = (Train("pca"), Train("autoencoder", "--quick"));
        AlteredManifest.Write(autoencoder, text =>
        {
            Assert.Contains(Rate, text, StringComparison.Ordinal);
            return text.Replace(Rate, "", StringComparison.Ordinal);
        });

        Assert.EndsWith(
            ": has no training.false_alarms_per_day in its manifest, so no threshold can be chosen for the same rate; train it again",
            Refusal(autoencoder, "--steps", "int8"),
            StringComparison.Ordinal);
        Assert.Equal(
            $"--teacher: is for steps that learn from labels, which detectors learn without; {pca} is a detector",
            Refusal(pca, "--steps", "int8", "--teacher", pca));
    }

    public void Dispose()
    {
        _recordings.Dispose();
        _results.Dispose();
    }

    private string Refusal(string bundle, params string[] more)
    {
        var folder = _results.File("compressed");
        return TrainingCommands.Error(CompressCommand.Create(), folder, [bundle, .. Data, "--out", folder, .. more]);
    }

    private string[] Data => ["--data", _recordings.Data, "--task", "tiny-anomaly"];

    private string Train(string method, params string[] more)
    {
        TrainingCommands.Invoke(
            AnomalyCommand.Create(), [.. Data, "--method", method, "--false-alarms-per-day", "500", "--out", _recordings.Out, .. more]);
        return Path.Combine(_recordings.Out, $"tiny-anomaly-{method}");
    }

    private static void RequireFloatAtTheEndsOnly(Bundle bundle)
    {
        var operators = OptimizedGraph.Optimize(bundle.Manifest.Name, bundle.ModelBytes).Graph.Node.Select(node => node.OpType).ToArray();
        Assert.Equal(10, operators.Count(each => each == "QGemm"));
        Assert.Equal(["Sub", "Mul", "Asinh"], operators.Take(3));
        Assert.Equal(["Sub", "Mul", "ReduceMean"], operators.TakeLast(3));
        Assert.DoesNotContain("Gemm", operators);
    }
}
