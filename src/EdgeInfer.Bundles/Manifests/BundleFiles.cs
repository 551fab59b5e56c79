namespace EdgeInfer.Bundles.Manifests;

/// <summary>Names of a bundle's files, beside the model's own.</summary>
public static class BundleFiles
{
    public const string Manifest = "model.json";
    public const string Golden = "golden.json";

    /// <summary>Signature over the manifest; optional.</summary>
    public const string Signature = "model.sig";
}
