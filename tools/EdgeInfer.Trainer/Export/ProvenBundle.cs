using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Trainer.Export;

/// <summary>A bundle that has been opened as a device opens it and has answered its golden cases, to be written.</summary>
internal sealed class ProvenBundle
{
    private readonly Manifest _manifest;
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly GoldenSet _golden;

    private ProvenBundle(Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden) =>
        (_manifest, _files, _golden) = (manifest, files, golden);

    /// <param name="manifest">Complete but for its files.</param>
    /// <param name="files">The model's file and any other by name.</param>
    /// <param name="golden">Answers of the model that was judged.</param>
    /// <exception cref="InvalidInputException">A device would refuse the bundle, or one of its golden cases fails.</exception>
    public static ProvenBundle Prove(Manifest manifest, IReadOnlyDictionary<string, byte[]> files, GoldenSet golden)
    {
        var bundle = BundleWriter.Compose(manifest.Name, manifest, files, golden);
        // No device runs a regression yet.
        if (manifest.Task.Kind == TaskKind.Regression)
            return new ProvenBundle(manifest, files, golden);
        try
        {
            ReadyBundle.Of(bundle, manifest.Name, TimeProvider.System).Dispose();
            return new ProvenBundle(manifest, files, golden);
        }
        catch (InvalidInputException refusal)
        {
            throw new InvalidInputException(refusal.Place, $"{refusal.Reason}; nothing was exported", refusal);
        }
    }

    /// <param name="folder">Receives the files.</param>
    public void Write(string folder) => BundleWriter.Write(folder, _manifest, _files, _golden);
}
