using System.CommandLine;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>compare</c>: two bundles on the same test windows.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var data = new DataOptions();
        var first = new Argument<string>("A") { Description = "Bundle, the reference" };
        var second = new Argument<string>("B") { Description = "Bundle" };
        var seed = new Option<int>("--seed") { Description = "Seed of the order in which the two are timed", DefaultValueFactory = _ => 1 };
        var json = new Option<string?>("--json") { Description = "File that receives the result" };
        var command = new Command(
            "compare",
            "Two bundles on identical windows: accuracy, or ROC-AUC of detectors, with a paired interval, size, time, error of each layer")
        {
            first, second, seed, json,
        };
        data.AddTo(command);
        command.SetAction(arguments =>
        {
            var file = JsonFile.At(arguments.GetValue(json), arguments.GetValue(first), arguments.GetValue(second));
            var comparison = BundleComparison.Of(
                arguments.GetRequiredValue(first),
                arguments.GetRequiredValue(second),
                TaskData.Read(data.Selected(arguments)),
                arguments.GetValue(seed));
            ComparisonConsole.Write(comparison);
            file.Write(comparison);
            return 0;
        });
        return command;
    }
}
