using System.CommandLine;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Commands;

/// <summary>Runs a verb within the test, and looks at what it wrote.</summary>
internal static class TrainingCommands
{
    public static int Invoke(Command command, params string[] arguments) =>
        command.Parse(arguments).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    /// <summary>The line that a user reads; nothing may have been written.</summary>
    public static string Error(Command command, string outFolder, params string[] arguments)
    {
        var error = Assert.Throws<InvalidInputException>(() => Invoke(command, arguments));
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(Directory.Exists(outFolder) && Directory.EnumerateFileSystemEntries(outFolder).Any());
        return error.Message;
    }

    /// <summary>Whether the bundle's model answers its golden windows as it promises.</summary>
    public static bool AnswersGoldenWindows(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        var preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
        using IModel model = manifest.Engine.Name switch
        {
            "onnx" => OnnxModel.Load(bundle.ModelBytes, manifest.ModelFile),
            "tree" => Trees(bundle),
            _ => new ChainedModel(OnnxModel.Load(bundle.EmbeddingBytes!.Value, manifest.EmbeddingFile!), Trees(bundle)),
        };
        var input = new float[model.InputLength];
        var output = new float[model.OutputLength];
        return bundle.Golden.Cases.All(golden =>
        {
            preprocessor.Apply(golden.Window, input);
            model.Predict(input, output);
            return output.Zip(golden.Output).All(pair => Math.Abs(pair.First - pair.Second) <= bundle.Golden.Tolerance);
        });
    }

    private static TreeModel Trees(Bundle bundle) => new(CompactTreeFile.Read(bundle.ModelBytes.Span, bundle.Manifest.ModelFile));
}
