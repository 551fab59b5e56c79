using System.CommandLine;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Commands;

/// <summary>
/// <c>layers A B</c>, which <c>edgeinfer compare</c> asks this process for: two networks tensor by tensor, on windows of the test side.
/// </summary>
internal static class LayersCommand
{
    private const int Windows = 64;

    public static Command Create()
    {
        var data = new DataOptions();
        var first = new Argument<string>("A") { Description = "Bundle of a network, the reference" };
        var second = new Argument<string>("B") { Description = "Bundle of another network of the same preprocessing" };
        var json = new Option<string>("--json") { Description = "File that receives the result", Required = true };
        var command = new Command("layers", "Two networks tensor by tensor, on windows of the test side") { first, second, json };
        command.Hidden = true;
        data.AddTo(command);
        command.SetAction(arguments =>
        {
            var file = JsonFile.At(arguments.GetRequiredValue(json), arguments.GetValue(first), arguments.GetValue(second));
            file.Write(Compare(arguments.GetRequiredValue(first), arguments.GetRequiredValue(second), data.Selected(arguments)));
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<TensorError> Compare(string first, string second, DataSelection selection)
    {
        var (reference, other) = (BundleReader.Open(first), BundleReader.Open(second));
        return LayerErrors.Compare(
            NetworkFile.Parse(reference.ModelBytes, first), NetworkFile.Parse(other.ModelBytes, second), Inputs(reference, selection));
    }

    private static float[][] Inputs(Bundle bundle, DataSelection selection)
    {
        var set = selection.Open();
        var windows = WindowSet.Read(set, TestRecordings.Of(set), set.TestShape).Values;
        if (windows.Length == 0)
            throw new InvalidInputException(selection.Folder, "the test side of the split holds no whole window");
        var preprocessor = Preprocessors.Create(bundle.Manifest.Preprocessing, bundle.Manifest.Input.ToShape());
        return [.. PreprocessedWindows.Spread(windows.Length, Windows).Select(i => PreprocessedWindows.Of(windows[i], preprocessor))];
    }
}
