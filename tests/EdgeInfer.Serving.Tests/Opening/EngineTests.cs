using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Opening;

public sealed class EngineTests
{
    [Fact]
    public void AnUnknownEngineIsRefusedNotRunAsTrees()
    {
        using var folder = new TemporaryFolder();
        var bundle = BundleReader.Open(TinyTask.WriteTreeBundle(folder.File("bundle")));
        var strange = bundle with { Manifest = bundle.Manifest with { Engine = ModelEngine.Of("lua") } };

        var error = Assert.Throws<InvalidInputException>(() => ReadyBundle.Of(strange, "bundle", TimeProvider.System));

        Assert.Equal("bundle: engine 'lua' is unknown; tree, onnx, hybrid are run", error.Message);
    }

    /// <summary>On the host as on the device: nobody else gives a model file to an engine by the manifest's word.</summary>
    [Fact]
    public void NoOtherCodeChoosesAnEngine()
    {
        string[] choosers =
        [
            .. new[] { "src", "tools" }
                .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
                .Where(file => File.ReadAllText(file).Contains("new ChainedModel(", StringComparison.Ordinal))
                .Select(file => Path.GetFileName(file)),
        ];

        // The export of a hybrid puts together what no bundle holds yet.
        Assert.Equal(["HybridBundleExport.cs", "ModelLoader.cs"], choosers.Order(StringComparer.Ordinal));
    }
}
