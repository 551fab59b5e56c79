namespace EdgeInfer.Bundles.Manifests;

/// <summary>Names of a bundle's files, beside the model's own.</summary>
public static class BundleFiles
{
    public const string Manifest = "model.json";
    public const string Golden = "golden.json";

    /// <summary>SHA-256 of the manifest, as sha256sum writes and checks it; it is the identity of the whole bundle.</summary>
    public const string Seal = "model.sha256";

    /// <summary>Signature over the manifest; optional.</summary>
    public const string Signature = "model.sig";
}
