using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.LightGbm;
using EdgeInfer.Benchmarks.Xgboost;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>The verb <c>trees</c>: our engine against all others on the same trees.</summary>
internal static class TreesCommand
{
    private const int SomethingIsWrong = 1;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var cases = new Option<string[]>("--case")
        {
            Description = "measure these cases only",
            DefaultValueFactory = _ => [.. TreeCases.Names, WindowBenchmark.Case],
        };
        cases.AcceptOnlyFromAmong([.. TreeCases.Names, WindowBenchmark.Case]);
        var command = new Command("trees", "Tree engines: ours, ONNX Runtime, ML.NET, LightGBM, XGBoost") { json, cases };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(cases), arguments.GetValue(json)));
        return command;
    }

    private static int Run(string[] cases, FileInfo? json)
    {
        var options = new InterleavedOptions();
        foreach (var line in Conditions.Describe(options).Concat(LightGbmNative.Absence()))
            Console.WriteLine(line);
        Console.WriteLine(XgboostNative.Describe());
        var result = TreeResult.Join([.. cases.Select(name => Run(name, options))]);
        TreeTable.Print(result);
        if (json is not null)
            JsonReport.Write(json, result.Ours);
        string[] faults = [.. result.Faults()];
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        return faults.Length == 0 ? 0 : SomethingIsWrong;
    }

    private static TreeResult Run(string name, InterleavedOptions options) =>
        name == WindowBenchmark.Case ? WindowBenchmark.Run(options) : TreeBenchmark.Run(TreeCases.Open(name, options.Seed), options);
}
