using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Bundles.Storage;

/// <summary>The files of a bundle, in a folder or a .zip.</summary>
internal interface IBundleContent : IDisposable
{
    /// <summary>Plain file names, at most <see cref="BundleLimits.Entries"/>.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Length of a file of <see cref="Names"/>, bytes.</summary>
    long LengthOf(string name);

    /// <summary>Exactly <see cref="LengthOf"/> bytes; the caller has bounded them.</summary>
    byte[] Read(string name);
}
