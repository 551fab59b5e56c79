using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Instructions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Networks;

/// <summary>The verb <c>networks</c>: what int8 brings over fp32, here and on Arm.</summary>
internal static class NetworksCommand
{
    private const int CallsOnArm = 200;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var models = new Option<DirectoryInfo>("--models")
        {
            Description = "the bundles in it, int8 beside fp32", HelpName = "FOLDER",
            DefaultValueFactory = _ => new(Path.Combine(Repository.Root, "models")),
        };
        models.AcceptExistingOnly();
        var command = new Command("networks", "Networks in int8 against fp32: size, time here, guest instructions on Cortex-A72 and A76")
        {
            json, models,
        };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(models), arguments.GetValue(json)));
        return command;
    }

    private static void Run(DirectoryInfo models, FileInfo? json)
    {
        var options = new InterleavedOptions();
        foreach (var line in Conditions.Describe(options))
            Console.WriteLine(line);
        var pairs = NetworkPair.Find(models.FullName);
        NetworkRecord[] records =
        [
            .. pairs.Select(pair => new NetworkRecord(
                pair.Name, pair.Fp32.Manifest.Name, NetworkSize.Of(pair.Fp32), NetworkSize.Of(pair.Int8),
                NetworkBenchmark.Latency(pair, options), [])),
        ];
        NetworkTable.PrintTimes(records);
        records = CountOnArm(pairs, records);
        if (json is not null)
            JsonReport.Write(json, records);
    }

    /// <summary>Counts and prints what may be counted here: the times stand without it.</summary>
    private static NetworkRecord[] CountOnArm(IReadOnlyList<NetworkPair> pairs, NetworkRecord[] records)
    {
        try
        {
            using var arm = new ArmEmulation(CallsOnArm);
            NetworkRecord[] counted =
                [.. pairs.Zip(records, (pair, record) => record with { Instructions = [.. NetworkBenchmark.Instructions(pair, arm)] })];
            NetworkTable.PrintInstructions(counted);
            return counted;
        }
        catch (InvalidInputException e)
        {
            Console.WriteLine();
            Console.WriteLine($"left out, instructions on Cortex-A72 and A76: {e.Message}");
            return records;
        }
    }
}
