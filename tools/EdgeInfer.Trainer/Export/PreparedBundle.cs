using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Trainer.Export;

/// <summary>A bundle of one model file that nothing refuses any more, to be written.</summary>
/// <param name="Manifest">Names its model file.</param>
/// <param name="Bundle">The same with its files.</param>
/// <param name="Report">On the test windows.</param>
internal sealed record PreparedBundle(Manifest Manifest, ProvenBundle Bundle, ClassificationReport Report)
{
    /// <exception cref="InvalidInputException">It would fail on a device.</exception>
    public static PreparedBundle Prove(Manifest manifest, byte[] model, GoldenSet golden, ClassificationReport report) => new(
        manifest, ProvenBundle.Prove(manifest, new Dictionary<string, byte[]> { [manifest.ModelFile] = model }, golden), report);

    /// <param name="folder">Receives a folder of the bundle's name.</param>
    public void Write(string folder)
    {
        var target = Path.Combine(folder, Manifest.Name);
        Bundle.Write(target);
        ExportConsole.Write(Manifest, target, Report);
    }
}
