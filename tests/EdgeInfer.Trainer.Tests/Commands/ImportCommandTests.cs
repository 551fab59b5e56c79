using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Tests.Import;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Commands;

[Slow("imports trees and proves them")]
public sealed class ImportCommandTests
{
    /// <summary>Two channels of 32 samples.</summary>
    private const int WindowValues = 64;

    [Fact]
    public void ABundleOfRawWindowsOpensAndItsGoldenCasesPass()
    {
        using var folder = new TinyRecordings();
        var file = Write(folder, WindowValues, TinyRecordings.Labels);

        Assert.Equal(
            0, TrainingCommands.Invoke(ImportCommand.Create(), file, "--data", folder.Data, "--family", "sklearn", "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-sklearn"));
        var manifest = bundle.Manifest;
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(("tree", "model.trees", Standardization.Id), (manifest.Engine.Name, manifest.ModelFile, manifest.Preprocessing.Id));
        Assert.Equal(["golden.json", "model.trees", "original.onnx"], manifest.Files.Select(one => one.Path));
        Assert.Equal("edgeinfer import forest.onnx --data tiny-data --family sklearn", manifest.Training.Command);
        Assert.Empty(manifest.Training.Groups);
        Assert.InRange(manifest.Parity.Rows, 16_000, long.MaxValue);
        Assert.InRange(manifest.Parity.MaxAbsDiff, 0, 1e-5);
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder.Out, "tiny-sklearn", "original.onnx")));
        Assert.All(
            manifest.Metrics, metric => Assert.EndsWith("what it was trained on is unknown", metric.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void AFileAsWideAsOurFeaturesReadsThem()
    {
        using var folder = new TinyRecordings();
        TrainingCommands.Invoke(TreesCommand.Create(), "--data", folder.Data, "--quick", "--out", folder.Out);
        var features = BundleReader.Open(Path.Combine(folder.Out, "tiny-fasttree")).Manifest.Preprocessing.FeatureNames!.Count;
        var file = Write(folder, features, ["0", "1", "2"]);

        Assert.Equal(0, TrainingCommands.Invoke(ImportCommand.Create(), file, "--data", folder.Data, "--out", folder.Out));

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-imported"));
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        Assert.Equal(FeatureExtractor.Id, bundle.Manifest.Preprocessing.Id);
    }

    [Fact]
    public void WhatIsImportedIsOfUnknownOriginAndHasNoFingerprint()
    {
        using var folder = new TinyRecordings();
        var file = Write(folder, WindowValues, TinyRecordings.Labels);

        Assert.Equal(0, TrainingCommands.Invoke(ImportCommand.Create(), file, "--data", folder.Data, "--out", folder.Out));

        var training = BundleReader.Open(Path.Combine(folder.Out, "tiny-imported")).Manifest.Training;
        Assert.Null(training.Content);
        Assert.Equal(["simulated", "origin unknown"], training.Marks.Words);
    }

    [Fact]
    public void TrainingWindowsAreCountedSoThatTheBundleCanBeExplained()
    {
        using var folder = new TinyRecordings();
        var file = Write(folder, WindowValues, TinyRecordings.Labels);
        var windows = TaskData.Read(new DataSelection(folder.Data, null, null)).Train.Values.Length;

        TrainingCommands.Invoke(ImportCommand.Create(), file, "--data", folder.Data, "--out", folder.Out);

        var bundle = BundleReader.Open(Path.Combine(folder.Out, "tiny-imported"));
        var ensemble = CompactTreeFile.Read(bundle.ModelBytes.Span, "model.trees");
        Assert.All(ensemble.Trees, tree => Assert.Equal(windows, tree.LeafRows!.Sum()));
    }

    [Fact]
    public void AnotherWidthIsRefusedByItsNumbers()
    {
        using var folder = new TinyRecordings();
        var file = Write(folder, 7, TinyRecordings.Labels);

        Assert.Matches(
            $"forest.onnx: takes 7 features; windows of tiny give [0-9]+ features, or {WindowValues} values as they are$",
            TrainingCommands.Error(ImportCommand.Create(), folder.Out, file, "--data", folder.Data, "--out", folder.Out));
    }

    [Fact]
    public void AFamilyThatIsNoPartOfANameIsRefused()
    {
        using var folder = new TinyRecordings();
        var file = Write(folder, WindowValues, TinyRecordings.Labels);

        Assert.Contains("$.family", Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(
            ImportCommand.Create(), file, "--data", folder.Data, "--family", "Up", "--out", folder.Out)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProcessExitsWithTwoAndOneLine()
    {
        using var folder = new TinyRecordings();
        var file = Path.Combine(folder.Data, "notes.txt");
        await File.WriteAllTextAsync(file, "no model", TestContext.Current.CancellationToken);

        var broken = await TrainerProcess.Run("import", file, "--data", folder.Data, "--out", folder.Out);
        var absent = await TrainerProcess.Run("import", file + "x", "--data", folder.Data, "--out", folder.Out);

        Assert.Equal(2, broken.ExitCode);
        Assert.Matches($"^{file}: [^\n]+\n$", broken.Error);
        Assert.Equal((2, $"{file}x: no such file\n"), (absent.ExitCode, absent.Error));
        Assert.False(Directory.Exists(folder.Out));
    }

    /// <summary>A forest as scikit-learn's converter writes it, without a default direction.</summary>
    private static string Write(TinyRecordings folder, int features, string[] labels)
    {
        var trees = new ForeignTrees(6, ["BRANCH_LEQ"], random =>
        {
            double[] shares = [random.NextDouble(), random.NextDouble(), random.NextDouble()];
            return [.. shares.Select(share => share / shares.Sum() / 12)];
        }, tracksMissing: false);
        var path = Path.Combine(Path.GetDirectoryName(folder.Data)!, "forest.onnx");
        File.WriteAllBytes(path, ForeignFile.Classifier(
            [.. trees.Attributes("class"), OnnxAttribute.Of("classlabels_strings", labels)],
            _ => { },
            ["label", "scores"],
            features: features));
        return path;
    }
}
