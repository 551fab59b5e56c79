using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Import;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Import.Networks;
using EdgeInfer.Trainer.Onnx;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>import</c>: turns trees or a network in a foreign ONNX file into a bundle, with a proof of parity on that file.</summary>
internal static class ImportCommand
{
    private const string DefaultFamily = "imported";

    public static Command Create()
    {
        var data = new DataOptions();
        var file = new Argument<string>("FILE.onnx")
        {
            Description =
                "Trees as the converters for LightGBM, XGBoost and scikit-learn write them, "
                + "or a network that classifies as those for PyTorch and Keras do",
        };
        var family = new Option<string>("--family")
        {
            Description = "Last part of the bundle's name: lower-case letters, digits, hyphens",
            DefaultValueFactory = _ => DefaultFamily,
        };
        var mean = new Option<string?>(InputScaling.MeanOption)
        {
            Description =
                "Of a network: what was taken off the values before it, in their unit (levels 0 to 255 of images); "
                + "one number, or one a channel separated by commas; 0 where left out",
        };
        var deviation = new Option<string?>(InputScaling.DeviationOption)
        {
            Description = "Of a network: what they were then divided by, likewise; 1 where left out",
        };
        var folder = new Option<string>("--out") { Description = "Folder that receives a folder for the bundle", Required = true };
        var command = new Command("import", "Turn trees or a network in an ONNX file into a bundle, with a proof of parity on that file")
        {
            file, family, mean, deviation, folder,
        };
        data.AddTo(command);
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(file),
            data.Selected(arguments),
            arguments.GetRequiredValue(family),
            new InputScaling(arguments.GetValue(mean), arguments.GetValue(deviation)),
            arguments.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(string path, DataSelection selection, string family, InputScaling scaling, string folder)
    {
        var bytes = OnnxBytes.Read(path);
        var command = CommandLine.ForImport(path, selection, family, scaling.Arguments);
        if (HoldsTrees(bytes, path))
        {
            if (scaling.IsStated)
                throw new InvalidInputException(scaling.Arguments[0], $"is for networks; {path} holds trees");
            var trees = OnnxFile.Parse(bytes, path);
            var data = TaskData.Read(selection);
            if (data.Set.Dataset.Task == TaskKind.Anomaly)
                throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task} is not yet imported");
            TreeImport.Write(folder, family, trees, data, command);
            return 0;
        }

        NetworkImport.Write(folder, family, bytes, path, TaskData.Read(selection), scaling, command);
        return 0;
    }

    /// <summary>Any operator of the standard's own domain for trees and the like; networks use none.</summary>
    private static bool HoldsTrees(byte[] bytes, string path) =>
        OnnxScan.Check(bytes, path).Operators.Any(operation => operation.StartsWith($"{OnnxGraph.MlDomain}.", StringComparison.Ordinal));
}
