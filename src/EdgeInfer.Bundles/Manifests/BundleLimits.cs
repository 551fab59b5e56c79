namespace EdgeInfer.Bundles.Manifests;

/// <summary>What a bundle may be at most, so that a hostile one cannot fill a device's memory.</summary>
public static class BundleLimits
{
    /// <summary>Any one file: the largest compact tree file; int8 networks for small boards are far below.</summary>
    public const long FileBytes = 64 * 1024 * 1024;

    /// <summary>All files of a bundle, and a .zip as it lies on disk: a quarter of a small board's memory.</summary>
    public const long TotalBytes = 128 * 1024 * 1024;

    /// <summary>A manifest with 65,536 feature names of usual length takes half of it.</summary>
    public const long ManifestBytes = 4 * 1024 * 1024;

    /// <summary>An ECDSA P-256 signature takes 72 bytes; room for a certificate beside it.</summary>
    public const long SignatureBytes = 16 * 1024;

    /// <summary>One line of sha256sum takes 77 bytes.</summary>
    public const long SealBytes = 256;

    /// <summary>Files in a folder or entries in a .zip: what a manifest may list, the manifest, its seal and its signature.</summary>
    public const int Entries = 11;

    /// <summary>Size of an entry to its compressed size. Models reach 2, golden cases 10, and a bomb 1,000.</summary>
    public const int ZipRatio = 100;

    /// <summary>A .zip's directory: every entry's name at most 100 bytes, with room for extra fields.</summary>
    public const long ZipDirectoryBytes = 16 * 1024;
}
