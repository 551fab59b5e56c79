using System.CommandLine;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Cli.Data;

internal static class InitVerb
{
    public static Command Create()
    {
        var folder = DataCommand.Folder();
        var group = new Option<string?>("--group")
        {
            Description = "Regular expression on the path; its first capture is the group. Default: the parent folder, or the file's name.",
        };
        var command = new Command("init", "Draft dataset.json and split.csv from a folder of CSV files or images.") { folder, group };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(group), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, string? group, TextWriter output)
    {
        var draft = DatasetDrafter.Draft(folder, group);
        ClassTable.Write(draft.Table, output);
        Describe(draft, output);
        foreach (var warning in draft.Warnings)
            output.WriteLine($"warning: {warning}");
        DraftFiles.Write(draft);
        output.WriteLine($"wrote {Path.Combine(folder, DatasetFile.Name)}"
            + (draft.SplitCsv is null ? "" : $" and {Path.Combine(folder, "split.csv")}")
            + "; look them over, then run 'edgeinfer data check'");
        return 0;
    }

    private static void Describe(DatasetDraft draft, TextWriter output)
    {
        var dataset = draft.Dataset;
        output.WriteLine($"{draft.Files} files; label from {Origin(dataset.LabelColumn)}, group from {Origin(dataset.GroupColumn)}");
        if (dataset.Channels.Count > 0)
            output.WriteLine($"channels: {string.Join(", ", dataset.Channels.Select(channel => channel.Name))}");
        if (draft.Rate is { } rate)
        {
            output.WriteLine(
                $"rate {rate.RateHz:0.###} Hz by column '{dataset.Timestamp!.Column}' in {dataset.Timestamp.Unit}: "
                + $"median step {rate.MedianStepSeconds:0.######} s, "
                + $"longest {rate.LongestStepSeconds:0.######} s, {rate.Gaps} gaps");
        }
    }

    private static string Origin(string? column) => column is null ? "the path" : $"column '{column}'";
}
