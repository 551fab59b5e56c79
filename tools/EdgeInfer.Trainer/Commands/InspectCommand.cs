using System.CommandLine;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>inspect</c>: what is in a network, and what will be executed.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("BUNDLE|FILE.onnx") { Description = "Bundle with a network, or ONNX file" };
        var json = new Option<string?>("--json") { Description = "File that receives the result" };
        var command = new Command(
            "inspect", "Layers of a network with shapes, parameters, operations and bytes, and which operators will be executed")
        {
            place, json,
        };
        command.SetAction(arguments =>
        {
            var file = JsonFile.At(arguments.GetValue(json), arguments.GetValue(place));
            var inspection = Inspect(arguments.GetRequiredValue(place));
            InspectionConsole.Write(inspection);
            file.Write(inspection);
            return 0;
        });
        return command;
    }

    private static NetworkInspection Inspect(string place)
    {
        if (OnnxPath.IsFile(place))
        {
            var file = NetworkFile.Read(place);
            return NetworkInspection.Inspect(file, File.ReadAllBytes(place), manifest: null);
        }

        var bundle = BundleReader.Open(place);
        if (!bundle.Manifest.Engine.HasLayers)
            throw new InvalidInputException(place, $"holds a model for engine '{bundle.Manifest.Engine}'; networks are inspected");
        return NetworkInspection.Inspect(NetworkFile.Parse(bundle.ModelBytes, place), bundle.ModelBytes, bundle.Manifest);
    }
}
