using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>The verb <c>conventions</c>: our int8 beside what ONNX Runtime's guide would have made of the same network.</summary>
internal static class ConventionsCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("BUNDLE") { Description = "a network in fp32" };
        var data = new Option<string>("--data") { Description = "folder of its recordings", HelpName = "FOLDER", Required = true };
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command(
            "conventions", "Our int8 beside the documented conventions of ONNX Runtime: accuracy, layers left in float, time")
        {
            place, data, json,
        };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(place), arguments.GetRequiredValue(data), arguments.GetValue(json)));
        return command;
    }

    private static void Run(string place, string folder, FileInfo? json)
    {
        var options = new InterleavedOptions();
        foreach (var line in Conditions.Describe(options))
            Console.WriteLine(line);
        var bundle = BundleReader.Open(place);
        var manifest = bundle.Manifest;
        if (!manifest.Engine.HasLayers || manifest.Format != ModelFormat.Fp32)
            throw new InvalidInputException(
                place, $"holds a model of format {manifest.Format} for engine '{manifest.Engine}'; networks in fp32 are quantised");
        var data = TaskData.Read(new DataSelection(folder, manifest.Task.Name, manifest.Training.SplitKind));
        BundleTask.Require(place, manifest, data);
        var records = new ConventionBenchmark(bundle, data).Run(options);
        Console.WriteLine(
            $"{manifest.Name}, {records[0].Windows} test windows of {records[0].Accuracy.Groups} "
            + $"groups{(data.Set.Split.Leaky ? "; optimistic: leaky split" : "")}");
        ConventionTable.Print(records);
        if (json is not null)
            JsonReport.Write(json, records);
    }
}
