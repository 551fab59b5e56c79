using System.CommandLine;
using System.Globalization;
using EdgeInfer.Comparison.Deletion;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Cli.Comparing;

/// <summary><c>deletion-test BUNDLE...</c>: whether explanations name what the answers stand on.</summary>
internal static class DeletionTestCommand
{
    public static Command Create()
    {
        var bundles = new Argument<string[]>("BUNDLE")
        {
            Description = "Folders or .zips of bundles; the first is compared with each other.",
            Arity = ArgumentArity.OneOrMore,
        };
        var data = new Option<string>("--data") { Description = "Folder of the data set.", Required = true };
        var task = new Option<string?>("--task") { Description = "Built-in task, for a folder without dataset.json." };
        var split = new Option<string?>("--split") { Description = "Split whose test side is used; the headline by default." };
        var seed = new Option<string>("--seed") { Description = "Of the random orders.", DefaultValueFactory = _ => "1" };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command(
            "deletion-test", "Delete segments of windows in the order of their explanation and in random orders, and compare.")
        {
            bundles, data, task, split, seed, json,
        };
        command.SetAction(parsed =>
        {
            var chosen = SeedOf(parsed.GetRequiredValue(seed));
            var set = RecordingSet.Open(parsed.GetRequiredValue(data), parsed.GetValue(task), parsed.GetValue(split));
            var report = DeletionReport.Measure(set, parsed.GetRequiredValue(bundles), chosen);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json)
                ? DeletionJson.Of(report)
                : DeletionText.Of(report));
            return 0;
        });
        return command;
    }

    // Parsed here, because the option's own parser would follow the user's culture.
    private static int SeedOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new InvalidInputException("--seed", $"'{text}' is no whole number from 0 to {int.MaxValue}");
}
