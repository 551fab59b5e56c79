using EdgeInfer.Measurement.Classification;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Trainer.Export;

/// <summary>A bundle that nothing refuses any more, to be written.</summary>
/// <param name="Manifest">Names its model file.</param>
/// <param name="Model">Content of that file.</param>
/// <param name="Golden">Its own.</param>
/// <param name="Report">On the test windows.</param>
internal sealed record PreparedBundle(Manifest Manifest, byte[] Model, GoldenSet Golden, ClassificationReport Report)
{
    /// <param name="folder">Receives a folder of the bundle's name.</param>
    public void Write(string folder)
    {
        var target = Path.Combine(folder, Manifest.Name);
        BundleWriter.Write(target, Manifest, new Dictionary<string, byte[]> { [Manifest.ModelFile] = Model }, Golden);
        ExportConsole.Write(Manifest, target, Report);
    }
}
