using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Golden;
using EdgeInfer.Models.Preprocessing;
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

    public static GoldenResult RunGolden(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        var preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
        if (manifest.Engine == "onnx")
        {
            using var network = OnnxModel.Load(bundle.ModelBytes, manifest.ModelFile);
            return GoldenCheck.Run(network, preprocessor, bundle.Golden);
        }

        using var trees = new ReferenceTreeModel(CompactTreeFile.Read(bundle.ModelBytes.Span, manifest.ModelFile));
        return GoldenCheck.Run(trees, preprocessor, bundle.Golden);
    }
}
