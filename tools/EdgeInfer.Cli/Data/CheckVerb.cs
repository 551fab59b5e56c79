using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Checking;

namespace EdgeInfer.Cli.Data;

internal static class CheckVerb
{
    public static Command Create()
    {
        var folder = DataCommand.Folder();
        var task = new Option<string?>("--task") { Description = "Built-in task, for a folder without dataset.json." };
        var split = new Option<string?>("--split") { Description = "Name of the split; the first where not given." };
        var command = new Command("check", "Read a whole data set and say what is wrong with it.") { folder, task, split };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetValue(task), parsed.GetValue(split), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, string? task, string? split, TextWriter output)
    {
        var report = DatasetCheck.Run(folder, task, split);
        foreach (var problem in report.Problems)
            output.WriteLine(problem);
        foreach (var note in report.Notes)
            output.WriteLine($"note: {note}");
        output.WriteLine(report.Problems.Count == 0
            ? $"{folder}: {report.Recordings} recordings, nothing wrong"
            : $"{folder}: {report.Problems.Count} wrong");
        return report.Problems.Count == 0 ? 0 : UserError.ExitCode;
    }
}
