using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>The verb <c>features</c>: our feature extraction against MathNet.Numerics.</summary>
internal static class FeaturesCommand
{
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command("features", "Feature extraction against MathNet.Numerics") { json };
        command.SetAction(arguments => Run(arguments.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? json)
    {
        var options = new InterleavedOptions();
        foreach (var line in Conditions.Describe(options))
            Console.WriteLine(line);
        FeatureRecord[] records = [.. FeatureBenchmark.Run(options)];
        FeatureTable.Print(records);
        if (json is not null)
            JsonReport.Write(json, records);
    }
}
