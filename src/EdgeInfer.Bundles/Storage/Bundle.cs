using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Bundles.Storage;

/// <summary>A model with everything that a device must know of it; every file's size and hash have been checked.</summary>
/// <param name="Manifest">Sound by every rule of docs/formats/bundle.md.</param>
/// <param name="ModelBytes">The file that the manifest names as model; not parsed yet.</param>
/// <param name="Golden">At least one case.</param>
/// <param name="ModelSha256">SHA-256 of <paramref name="ModelBytes"/>, lower-case hexadecimal.</param>
/// <param name="SignatureBytes">
/// Bytes of model.sig as found, or null without one. They have not been verified: no one may conclude anything from them.
/// </param>
public sealed record Bundle(
    Manifest Manifest,
    ReadOnlyMemory<byte> ModelBytes,
    GoldenSet Golden,
    string ModelSha256,
    ReadOnlyMemory<byte>? SignatureBytes)
{
    /// <summary>The network that a hybrid's trees stand on, not parsed yet; null for other engines.</summary>
    public ReadOnlyMemory<byte>? EmbeddingBytes { get; init; }
}
