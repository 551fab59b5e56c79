using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

[Slow("trains trees and proves them")]
public sealed class TreesCommandTests
{
    [Fact]
    public void ABundleOpensAndItsGoldenCasesPass()
    {
        using var folder = new TinyRecordings();
        Assert.Equal(
            0, TrainingCommands.Invoke(TreesCommand.Create(), "--data", folder.Data, "--seed", "7", "--quick", "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-fasttree"));
        var manifest = bundle.Manifest;
        var training = manifest.Training;

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(
            ("tiny-fasttree", "fasttree", "exact", "tree", "model.trees"),
            (manifest.Name, manifest.Family.Name, manifest.Format.Name, manifest.Engine.Name, manifest.ModelFile));
        Assert.Equal(["golden.json", "model.onnx", "model.trees"], manifest.Files.Select(file => file.Path));
        Assert.Equal(TinyRecordings.Labels, manifest.Task.Labels);
        Assert.Equal((32.0, 32, 32), (manifest.Input.RateHz, manifest.Input.Window, manifest.Input.Hop));
        Assert.Equal(["anna", "ben", "cleo"], training.Groups);
        Assert.Equal(("people", false, true, 7), (training.SplitKind, training.Leaky, training.Simulated, training.Seed));
        Assert.Equal(("MIT", "nobody"), (training.Licence, training.Attribution));
        Assert.Equal(9 * 15, training.Windows);
        Assert.Equal("edgeinfer train trees --data tiny-data --seed 7 --quick --family fasttree", training.Command);
        Assert.True(training.Quick);
        Assert.Equal((0L, 0.0), (manifest.Parity.LabelMismatches, manifest.Parity.MaxAbsDiff));
        Assert.InRange(manifest.Parity.Rows, 9 * 15 + 3 * 8 + 16_000, int.MaxValue);
        var accuracy = Assert.Single(manifest.Metrics, metric => metric.Name == "accuracy");
        Assert.InRange(accuracy.Value, 0.9, 1);
        Assert.Equal((1, 24L), (accuracy.Groups, accuracy.Windows));
    }

    [Fact]
    public void ACopyOfATestRecordingIsNotTrainedOn()
    {
        using var folder = new TinyRecordings();
        File.Copy(Path.Combine(folder.Data, "dora-fast.csv"), Path.Combine(folder.Data, "anna-fast.csv"), overwrite: true);

        Assert.StartsWith(
            Path.Combine(folder.Data, "dora-fast.csv")
            + ": the split leaks: the test recording of group 'dora' is a copy of anna-fast.csv of group 'anna'",
            TrainingCommands.Error(TreesCommand.Create(), folder.Out, "--data", folder.Data, "--quick", "--out", folder.Out),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ABundleKnowsItsTrainingRecordingsAgainUnderOtherNamesAndAnotherAttribution()
    {
        using var folder = new TinyRecordings();
        TrainingCommands.Invoke(TreesCommand.Create(), "--data", folder.Data, "--quick", "--out", folder.Out);
        var bundle = Path.Combine(folder.Out, "tiny-fasttree");
        folder.Replace("dataset.json", "nobody", "somebody else");
        folder.Replace("split.csv", "ben,train", "stranger,test");

        var set = RecordingSet.Open(folder.Data);
        var message = Assert.Throws<InvalidInputException>(
            () => LearntOrigin.Judge(BundleReader.Open(bundle).Manifest, bundle, set.JudgedSide)).Message;
        Assert.StartsWith($"{bundle}: has learnt the test recording ben-", message, StringComparison.Ordinal);
        Assert.Contains("of group 'stranger'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AForestOfALeakySplitSaysThatItLeaks()
    {
        using var folder = new TinyRecordings();
        folder.WriteLeakySplit();
        Assert.Equal(0, TrainingCommands.Invoke(
            TreesCommand.Create(), "--data", folder.Data, "--split", "mixed", "--quick", "--family", "forest", "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-forest"));

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(
            ("mixed", true, 1), (bundle.Manifest.Training.SplitKind, bundle.Manifest.Training.Leaky, bundle.Manifest.Training.Seed));
        Assert.Equal(
            "edgeinfer train trees --data tiny-data --split mixed --seed 1 --quick --family forest", bundle.Manifest.Training.Command);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--one-versus-all")]
    public void LightGbmLearnsClassesEitherWay(string way)
    {
        using var folder = new TinyRecordings();
        string[] ways = way.Length > 0 ? [way] : [];
        Assert.Equal(0, TrainingCommands.Invoke(
            TreesCommand.Create(), ["--data", folder.Data, "--quick", "--family", "lightgbm", .. ways, "--out", folder.Out]));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-lightgbm"));

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(("lightgbm", 0.0), (bundle.Manifest.Family.Name, bundle.Manifest.Parity.MaxAbsDiff));
        Assert.Equal(
            $"edgeinfer train trees --data tiny-data --seed 1 --quick --family lightgbm {way}".TrimEnd(), bundle.Manifest.Training.Command);
        Assert.InRange(Assert.Single(bundle.Manifest.Metrics, metric => metric.Name == "accuracy").Value, 0.9, 1);
    }

    [Fact]
    public void TheSameCommandGivesTheSameModelAndReplacesTheBundle()
    {
        using var folder = new TinyRecordings();
        string[] arguments = ["--data", folder.Data, "--seed", "7", "--quick", "--out", folder.Out];
        TrainingCommands.Invoke(TreesCommand.Create(), arguments);
        var first = BundleReader.Open(Path.Combine(folder.Out, "tiny-fasttree"));
        TrainingCommands.Invoke(TreesCommand.Create(), arguments);
        var second = BundleReader.Open(Path.Combine(folder.Out, "tiny-fasttree"));

        Assert.Equal(first.Manifest.Files, second.Manifest.Files);
        Assert.Equal(["tiny-fasttree"], Directory.EnumerateFileSystemEntries(folder.Out).Select(Path.GetFileName));
    }

    [Fact]
    public void ARegressionIsTrainedWithoutClasses()
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"classification\"", "\"regression\"");
        folder.Replace("dataset.json", """[{ "name": "slow" }, { "name": "medium" }, { "name": "fast" }]""", "[]");
        foreach (var (label, value) in TinyRecordings.Labels.Zip(["1", "4", "7"]))
            folder.Replace("split.csv", $",{label},", $",{value},");
        Assert.Equal(0, TrainingCommands.Invoke(TreesCommand.Create(), "--data", folder.Data, "--quick", "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-fasttree"));

        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.All(bundle.Golden.Cases, golden => Assert.Single(golden.Output));
        Assert.Equal(0, bundle.Manifest.Parity.MaxAbsDiff);
    }
}
