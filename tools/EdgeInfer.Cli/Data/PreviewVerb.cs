using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Preview;

namespace EdgeInfer.Cli.Data;

internal static class PreviewVerb
{
    private const string Extension = ".html";

    public static Command Create()
    {
        var folder = DataCommand.Folder();
        var file = new Option<string>("--out")
        {
            Description = "HTML file to write.",
            DefaultValueFactory = _ => "preview.html",
        };
        var task = new Option<string?>("--task") { Description = "Built-in task, for a folder without dataset.json." };
        var split = new Option<string?>("--split") { Description = "Name of the split; the first where not given." };
        var command = new Command("preview", "Draw a data set: pictures as a contact sheet, sensors as a recording a class.")
        {
            folder, file, task, split,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file), parsed.GetValue(task), parsed.GetValue(split),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, string file, string? task, string? split, TextWriter output)
    {
        if (!file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new InvalidInputException("--out", $"'{file}' does not end in {Extension}");
        var page = DatasetPreview.Render(folder, task, split);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, page);
        output.WriteLine($"wrote {file}; open it in a browser");
        return 0;
    }
}
