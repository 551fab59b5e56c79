using System.CommandLine;
using System.Globalization;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks.Architectures;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>The verb <c>seeds</c>: accuracy of a task's networks over several trainings, and what a training costs.</summary>
internal static class SeedsCommand
{
    private const int MostSeeds = 100;

    public static Command Create()
    {
        var data = new DataOptions();
        var seeds = new Option<int>("--seeds") { Description = "train with seeds 1 to this", HelpName = "N", DefaultValueFactory = _ => 5 };
        var architecture = new Option<string?>("--arch") { Description = "ds-cnn or resnet8; the task's own where left out" };
        architecture.AcceptOnlyFromAmong(Architecture.DepthwiseSeparable, Architecture.Residual);
        var steps = new Option<string[]>("--steps")
        {
            Description = "a chain of steps as compress takes it, ending in int8; given again, another one",
            DefaultValueFactory = _ => [],
        };
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "keeps the bundles: what lies there already is not trained again",
            HelpName = "FOLDER",
        };
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command(
            "seeds", "A task's networks over several seeds: accuracy by group, chains of compression, cost of training")
        {
            seeds, architecture, steps, folder, json,
        };
        data.AddTo(command);
        command.SetAction(arguments => Run(
            data.Selected(arguments), arguments.GetValue(seeds), arguments.GetValue(architecture),
            [.. arguments.GetRequiredValue(steps).Select(CompressionChain.Parse)], arguments.GetValue(folder), arguments.GetValue(json)));
        return command;
    }

    private static void Run(
        DataSelection selection,
        int seeds,
        string? architecture,
        IReadOnlyList<CompressionChain> chains,
        DirectoryInfo? folder,
        FileInfo? json)
    {
        if (seeds is < 1 or > MostSeeds)
            throw new InvalidInputException("--seeds", string.Create(CultureInfo.InvariantCulture, $"{seeds} is outside 1 to {MostSeeds}"));
        Console.WriteLine($"machine: {MachineInfo.Read().Describe()}");
        var data = TaskData.Read(selection);
        var place = folder?.FullName ?? ArtifactsFolder.File(Path.Combine("seeds", data.Name)).FullName;
        var records = new SeedStudy(new SeedRuns(selection, architecture, place), data).Run(seeds, chains);
        Console.WriteLine(
            $"{data.Name}, {data.Test.Groups.Distinct().Count()} test groups{(data.Set.Split.Leaky ? "; optimistic: leaky split" : "")}");
        SeedTable.Print(records);
        if (json is not null)
            JsonReport.Write(json, records);
    }
}
