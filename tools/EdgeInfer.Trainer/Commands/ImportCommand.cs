using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Import;
using EdgeInfer.Trainer.Import.Files;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>import</c>: turns trees in a foreign ONNX file into a bundle, with a proof of parity on that file.</summary>
internal static class ImportCommand
{
    private const string DefaultFamily = "imported";

    public static Command Create()
    {
        var data = new DataOptions();
        var file = new Argument<string>("FILE.onnx") { Description = "Trees as the converters for LightGBM, XGBoost and scikit-learn write them" };
        var family = new Option<string>("--family") { Description = "Last part of the bundle's name: lower-case letters, digits, hyphens", DefaultValueFactory = _ => DefaultFamily };
        var folder = new Option<string>("--out") { Description = "Folder that receives a folder for the bundle", Required = true };
        var command = new Command("import", "Turn trees in an ONNX file into a bundle, with a proof of parity on that file") { file, family, folder };
        data.AddTo(command);
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(file), data.Selected(arguments), arguments.GetRequiredValue(family), arguments.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(string path, DataSelection selection, string family, string folder)
    {
        var file = OnnxFile.Read(path);
        var data = TaskData.Read(selection);
        if (data.Set.Dataset.Task == TaskKind.Anomaly)
            throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task} is not yet imported");
        ImportBundle.Write(Path.Combine(folder, $"{data.Name}-{family}"), family, file, data, CommandLine.ForImport(path, selection, family));
        return 0;
    }
}
