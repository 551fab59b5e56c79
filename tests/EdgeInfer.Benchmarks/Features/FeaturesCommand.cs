using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>The verb <c>features</c>: our feature extraction against MathNet.Numerics.</summary>
internal static class FeaturesCommand
{
    private const int Windows = 64;

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
        FeatureRecord[] records = [.. Cases(options.Seed).Select(features => FeatureBenchmark.Run(features, Windows, options))];
        FeatureTable.Print(records);
        if (json is not null)
            JsonReport.Write(json, records);
    }

    private static IEnumerable<FeatureCase> Cases(int seed)
    {
        var cases = new FeatureCases(SyntheticWindows.Shape(100), SyntheticWindows.Make(Windows, 100, seed));
        foreach (var part in cases.Parts())
            yield return part;
        yield return cases.Whole("whole window of 100");
        yield return new FeatureCases(SyntheticWindows.Shape(128), SyntheticWindows.Make(Windows, 128, seed)).Whole("whole window of 128");
        if (HarWindows.Find(Windows) is { } recorded)
            yield return new FeatureCases(SyntheticWindows.Shape(100), recorded).Whole("whole window of 100, recorded");
        else
            Console.WriteLine("no recorded windows: ../shared/data/geotec_har is absent");
    }
}
