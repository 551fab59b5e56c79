using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Compression;
using EdgeInfer.Trainer.Tests.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Commands;

[Collection<TorchSession>]
[Slow("trains networks")]
public sealed class CompressCommandTests
{
    [Fact]
    public void ABundleIsCompressedComparedAndInspectedAndOneTestGroupIsTooFew()
    {
        using var recordings = new TinyRecordings();
        using var results = new TemporaryFolder();
        Move(recordings, "train", "test");
        TrainingCommands.Invoke(NetCommand.Create(), "--data", recordings.Data, "--quick", "--margin", "100", "--out", recordings.Out);
        var fp32 = Path.Combine(recordings.Out, "tiny-cnn-fp32");
        var folder = results.File("compressed");
        string[] arguments =
        [
            fp32, "--data", recordings.Data, "--steps", "fp16", "--steps", "int8", "--calibration", "minmax", "--margin", "99",
            "--out", folder,
        ];

        Move(recordings, "test", "train");
        var error = TrainingCommands.Error(CompressCommand.Create(), folder, arguments);
        Move(recordings, "train", "test");
        TrainingCommands.Invoke(CompressCommand.Create(), [.. arguments.Select(argument => argument == "99" ? "100" : argument)]);

        Assert.EndsWith(
            "int8 (minmax): 1 test group can't show how much accuracy is lost; 6 or more are needed; nothing was exported",
            error,
            StringComparison.Ordinal);
        var bundle = BundleReader.Open(Path.Combine(folder, "tiny-cnn-int8"));
        Assert.Equal(
            ("int8", "minmax", true),
            (bundle.Manifest.Format.Name, bundle.Manifest.Compression!.Calibration, bundle.Manifest.Training.Quick));
        Assert.Contains(
            "edgeinfer compress tiny-cnn-fp32 --data tiny-data --steps fp16 --steps int8 --calibration minmax --margin 100 --seed 1",
            bundle.Manifest.Training.Command,
            StringComparison.Ordinal);
        Assert.True(TrainingCommands.AnswersGoldenWindows(bundle));
        TrainingCommands.Invoke(
            CompressCommand.Create(), fp32, "--data", recordings.Data, "--steps", "prune:0.4,distil,int8", "--steps", "int8",
            "--margin", "100", "--out", folder);
        var pruned = BundleReader.Open(Path.Combine(folder, "tiny-cnn-pruned-distilled-int8"));
        Assert.Equal("prune:0.4,distil,static-int8-qdq", pruned.Manifest.Compression!.Method);
        Assert.Equal((false, true), (bundle.Manifest.Training.ChosenOnTest, pruned.Manifest.Training.ChosenOnTest));
        Assert.All(pruned.Manifest.Metrics, metric => Assert.EndsWith("; chosen on these groups", metric.Source, StringComparison.Ordinal));
        Assert.Equal(["anna", "cleo"], pruned.Manifest.Training.Groups);
        Assert.True(pruned.Manifest.Training.Quick);
        Assert.InRange(pruned.ModelBytes.Length, 1, bundle.ModelBytes.Length - 1);
        Assert.True(TrainingCommands.AnswersGoldenWindows(pruned));
        var comparison = HostComparisons.Compare(fp32, Path.Combine(folder, "tiny-cnn-int8"), recordings.Data);
        Assert.Contains(comparison.Layers, layer => layer.SignalToNoiseDecibels is not null);
        Assert.Contains(comparison.Models[0].PerGroup, group => group.Group == "ben");
        var json = results.File("inspection.json");
        TrainingCommands.Invoke(InspectCommand.Create(), fp32, "--json", json);
        Assert.Contains("\"multiply_accumulates\"", File.ReadAllText(json), StringComparison.Ordinal);
    }

    [Fact]
    public void APrunedNetworkLearnsTheWholeScheduleAgainAndFromItsTeacher()
    {
        using var recordings = new TinyRecordings();
        using var results = new TemporaryFolder();
        string[] data = ["--data", recordings.Data];
        Move(recordings, "train", "test");
        TrainingCommands.Invoke(TreesCommand.Create(), [.. data, "--quick", "--out", recordings.Out]);
        foreach (var label in TinyRecordings.Labels)
            recordings.Replace("split.csv", $"cleo-{label}.csv,{label},cleo,train\n", "");
        var training = ConsoleText.Of(
            () => TrainingCommands.Invoke(NetCommand.Create(), [.. data, "--margin", "100", "--out", recordings.Out]));
        var fp32 = Path.Combine(recordings.Out, "tiny-cnn-fp32");
        var taught = (Own: results.File("own"), Trees: results.File("trees"));

        string[] prune = [fp32, .. data, "--steps", "prune:0.4,int8", "--margin", "100"];
        var pruning = ConsoleText.Of(() => TrainingCommands.Invoke(CompressCommand.Create(), [.. prune, "--out", taught.Own]));
        TrainingCommands.Invoke(
            CompressCommand.Create(), [.. prune, "--teacher", Path.Combine(recordings.Out, "tiny-fasttree"), "--out", taught.Trees]);

        Assert.Equal(Epochs(training), Epochs(pruning));
        var (own, trees) = (Pruned(taught.Own), Pruned(taught.Trees));
        Assert.NotEqual(own.ModelBytes.ToArray(), trees.ModelBytes.ToArray());
        Assert.Equal((false, true), (own.Manifest.Training.Quick, trees.Manifest.Training.Quick));
        Assert.Equal(["anna"], own.Manifest.Training.Groups);
        Assert.Equal(["anna", "cleo"], trees.Manifest.Training.Groups);
    }

    [Fact]
    public void ChainsOfABundleWithoutOneThatEndsInInt8AreRefusedBeforeTraining()
    {
        using var recordings = new TinyRecordings();
        TrainingCommands.Invoke(
            NetCommand.Create(), "--data", recordings.Data, "--quick", "--width", "0.5", "--margin", "100", "--out", recordings.Out);
        var (fp32, target) = (Path.Combine(recordings.Out, "tiny-cnn-fp32"), Path.Combine(recordings.Out, "compressed"));

        Assert.Equal(
            "--steps: no chain ends in int8, the format that is exported; nothing was trained",
            TrainingCommands.Error(
                CompressCommand.Create(), target, fp32, "--data", recordings.Data, "--steps", "prune:0.4", "--steps", "fp16",
                "--out", target));
    }

    [Fact]
    public void AFileIsCompressedOnTheGoldenWindowsOfABundle()
    {
        using var results = new TemporaryFolder();
        var bundle = Path.Combine(Repository.Root, "models", "har-phone-cnn-fp32");
        var (file, written) = (results.File("net.onnx"), results.File("net.int8.onnx"));
        File.WriteAllBytes(file, BundleReader.Open(bundle).ModelBytes.ToArray());

        TrainingCommands.Invoke(CompressCommand.Create(), file, "--steps", "int8", "--calibration-inputs", bundle, "--out", written);

        Assert.InRange(new FileInfo(written).Length, 1, new FileInfo(file).Length * 0.48);
        Assert.Equal(2, Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Count());
    }

    [Fact]
    public void InputsOfAnotherShapeAreRefusedThoughTheyHaveAsManyValues()
    {
        using var results = new TemporaryFolder();
        var (file, inputs) = (results.File("net.onnx"), results.File("inputs.npy"));
        File.WriteAllBytes(file, SmallNetworks.Residual());
        File.WriteAllBytes(inputs, NumpyBytes.Of(
            [5, SmallNetworks.Size, SmallNetworks.Size, SmallNetworks.Channels], [.. SmallNetworks.Images(5).SelectMany(image => image)]));

        var error = Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(
            CompressCommand.Create(), file, "--steps", "int8", "--calibration-inputs", inputs, "--out", results.File("net.int8.onnx")));

        Assert.Equal($"{inputs}: inputs of shape [8, 8, 4]; input 'input' of {file} is [4, 8, 8]", error.Message);
        Assert.Equal(2, Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Count());
    }

    [Fact]
    public void AFileIsNotOverwrittenByItsOwnCompression()
    {
        using var results = new TemporaryFolder();
        var file = results.File("net.onnx");
        File.WriteAllBytes(file, SmallNetworks.Residual());

        var error = Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(
            CompressCommand.Create(), file, "--steps", "int8", "--calibration-inputs", results.File("inputs.npy"), "--out", file));

        Assert.Equal($"--out: {file} would overwrite what the command names as {file}", error.Message);
        Assert.Equal(SmallNetworks.Residual(), File.ReadAllBytes(file));
    }

    [Fact]
    public void OfAFileTheInt8NetworkIsWrittenWhereverItStands()
    {
        using var results = new TemporaryFolder();
        var (file, inputs, json) = (results.File("net.onnx"), results.File("inputs.npy"), results.File("result.json"));
        File.WriteAllBytes(file, SmallNetworks.Residual());
        File.WriteAllBytes(inputs, NumpyBytes.Of(
            [5, SmallNetworks.Channels, SmallNetworks.Size, SmallNetworks.Size], [.. SmallNetworks.Images(5).SelectMany(image => image)]));

        TrainingCommands.Invoke(
            CompressCommand.Create(), file, "--steps", "int8", "--steps", "fp16", "--calibration-inputs", inputs,
            "--out", results.File("net.out.onnx"), "--json", json);

        using var result = JsonDocument.Parse(File.ReadAllText(json));
        Assert.Equal(
            [false, true, false],
            result.RootElement.GetProperty("tried").EnumerateArray().Select(row => row.GetProperty("exported").GetBoolean()));
        Assert.Contains(NetworkFile.Read(results.File("net.out.onnx")).Model.Graph.Node, node => node.OpType == "QuantizeLinear");
    }

    private static Bundle Pruned(string folder) => BundleReader.Open(Path.Combine(folder, "tiny-cnn-pruned-int8"));

    private static string Epochs(string text) => Regex.Match(text, @"\d+ epochs").Value;

    private static void Move(TinyRecordings recordings, string from, string to) =>
        recordings.Replace("split.csv", $"ben,{from}", $"ben,{to}");

    [Theory]
    [InlineData("--steps", "int8", "--calibration-inputs: is needed to compress the file")]
    [InlineData("--calibration", "kl", "--calibration: 'kl' is neither minmax nor percentile")]
    [InlineData("--steps", "int4", "--steps: 'int4' is no step")]
    [InlineData("--teacher", "models/none", "--teacher: is for bundles; ")]
    public void WhatTheCommandLacksOrDoesNotKnowIsNamed(string option, string value, string message)
    {
        using var results = new TemporaryFolder();
        var file = results.File("net.onnx");
        File.WriteAllBytes(file, SmallNetworks.Residual());
        string[] steps = option == "--steps" ? [] : ["--steps", "int8"];

        var error = Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(
            CompressCommand.Create(), [file, .. steps, option, value, "--out", results.File("net.int8.onnx")]));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
    }
}
