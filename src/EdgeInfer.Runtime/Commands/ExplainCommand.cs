using System.CommandLine;
using System.Globalization;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Explanations;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Runtime.Commands;

/// <summary><c>explain BUNDLE WINDOW</c>: why a window is answered as it is.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var bundle = new Argument<string>("BUNDLE") { Description = "Folder or .zip of a bundle." };
        var window = new Argument<string>("WINDOW")
        {
            Description =
                "With --data a window's id as in inference messages, RECORDING/START_NS; "
                + "without, golden/NUMBER: a golden case of the bundle.",
        };
        var data = new Option<string?>("--data") { Description = "Folder of the data set that the window is in." };
        var task = new Option<string?>("--task") { Description = "Built-in task, for a folder without dataset.json." };
        var top = new Option<string>("--top")
        {
            Description = "Features or segments to show, those of largest contribution.",
            DefaultValueFactory = _ => "10",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command(
            "explain", "Say which features (of trees) or segments of the window (of networks) made a bundle answer as it does.")
        {
            bundle, window, data, task, top, json,
        };
        command.SetAction(parsed =>
        {
            var (path, shown) = (parsed.GetRequiredValue(bundle), TopOf(parsed.GetRequiredValue(top)));
            var opened = BundleReader.Open(path);
            using var ready = ReadyBundle.Of(opened, path, TimeProvider.System);
            var chosen =
                new WindowChoice(parsed.GetRequiredValue(window), parsed.GetValue(data), parsed.GetValue(task)).Find(opened, ready);
            parsed.InvocationConfiguration.Output.WriteLine(Explanation.Write(opened, ready, chosen, shown, parsed.GetValue(json)));
            return 0;
        });
        return command;
    }

    // Parsed here, because the option's own parser would follow the user's culture.
    private static int TopOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0
            ? top
            : throw new InvalidInputException("--top", $"'{text}' is no number above 0");
}
