using EdgeInfer.Bundles.Storage;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>A bundle in order whose model does not answer as its golden cases promise.</summary>
internal static class WrongBundle
{
    /// <summary>In place of the bundle there, or of a copy.</summary>
    public static string Write(string source, string target)
    {
        var bundle = BundleReader.Open(source);
        var first = bundle.Golden.Cases[0];
        var golden = bundle.Golden with { Cases = [first with { Output = [.. first.Output.Reverse()] }, .. bundle.Golden.Cases.Skip(1)] };
        BundleWriter.Write(
            target, bundle.Manifest, new Dictionary<string, byte[]> { [bundle.Manifest.ModelFile] = bundle.ModelBytes.ToArray() }, golden);
        return target;
    }
}
