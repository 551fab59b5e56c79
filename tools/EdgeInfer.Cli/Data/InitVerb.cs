using System.CommandLine;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Cli.Data;

internal static class InitVerb
{
    public static Command Create()
    {
        var folder = DataCommand.Folder();
        var options = new InitOptions();
        var command = new Command(
            "init", "Draft dataset.json and split.csv from a folder of tables or pictures, and say what was understood.") { folder };
        options.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), options.Read(parsed), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, DraftOptions options, TextWriter output)
    {
        var draft = DraftDialogue.Run(folder, options);
        foreach (var sentence in draft.Sentences)
            output.WriteLine(sentence);
        RowTable.Write(draft.Rows, output);
        ClassTable.Write(draft.Table, output);
        foreach (var warning in draft.Warnings)
            output.WriteLine($"warning: {warning}");
        DraftFiles.Write(draft);
        output.WriteLine($"wrote {Path.Combine(folder, DatasetFile.Name)}"
            + (draft.SplitCsv is null ? "" : $" and {Path.Combine(folder, "split.csv")}")
            + "; if a sentence is wrong, delete them and run init with the option that says it right; then run 'edgeinfer data check'");
        return 0;
    }
}
