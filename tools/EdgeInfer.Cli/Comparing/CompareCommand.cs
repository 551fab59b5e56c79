using System.CommandLine;

namespace EdgeInfer.Cli.Comparing;

/// <summary><c>compare A B</c>: two bundles on the same test windows.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("A") { Description = "Bundle, the reference" };
        var second = new Argument<string>("B") { Description = "Bundle" };
        var data = new Option<string>("--data") { Description = "Folder of recordings", Required = true };
        var task = new Option<string?>("--task") { Description = "Built-in task; not needed where the folder carries a dataset.json" };
        var split = new Option<string?>("--split") { Description = "Name of a split; the data set's first where left out" };
        var seed = new Option<int>("--seed") { Description = "Seed of the order in which the two are timed", DefaultValueFactory = _ => 1 };
        var margin = PointsOption.Create();
        var json = new Option<string?>("--json") { Description = "Write the report as JSON to this file, too" };
        var folder = new Option<string>("--out")
        {
            Description = "Folder that receives report.html and report.json",
            DefaultValueFactory = _ => Path.Combine("artifacts", "compare"),
        };
        var command = new Command(
            "compare",
            "Two bundles on identical windows: accuracy, or ROC-AUC of detectors, with a paired interval, size, time, error of each layer")
        {
            first, second, data, task, split, seed, margin, json, folder,
        };
        command.SetAction((arguments, stop) => CompareRun.RunAsync(
            new CompareOptions(
                arguments.GetRequiredValue(first),
                arguments.GetRequiredValue(second),
                arguments.GetRequiredValue(data),
                arguments.GetValue(task),
                arguments.GetValue(split),
                arguments.GetValue(seed),
                arguments.GetValue(margin),
                arguments.GetValue(json),
                arguments.GetRequiredValue(folder)),
            stop));
        return command;
    }
}
