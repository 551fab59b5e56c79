using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.LightGbm;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>The verb <c>shap</c>: our explanations against LightGBM's.</summary>
internal static class ShapCommand
{
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command("shap", "SHAP values against LightGBM's pred_contrib") { json };
        command.SetAction(arguments => Run(arguments.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? json)
    {
        var options = new InterleavedOptions();
        foreach (var line in Conditions.Describe(options).Concat(LightGbmNative.Absence()))
            Console.WriteLine(line);
        ShapRecord[] records = [.. ShapBenchmark.Run(options)];
        ShapTable.Print(records);
        if (json is not null)
            JsonReport.Write(json, records);
    }
}
