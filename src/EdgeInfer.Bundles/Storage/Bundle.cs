using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Bundles.Storage;

/// <summary>A model with everything that a device must know of it; every file's size and hash have been checked.</summary>
/// <param name="Manifest">Sound by every rule of docs/formats/bundle.md.</param>
/// <param name="ModelBytes">The file that the manifest names as model; not parsed yet.</param>
/// <param name="Golden">At least one case.</param>
/// <param name="Sha256">
/// SHA-256 of model.json, lower-case hexadecimal. As the manifest names the hash of every file, it identifies all of the bundle.
/// </param>
/// <param name="SignatureBytes">
/// Bytes of model.sig as found, or null without one. They have not been verified: no one may conclude anything from them.
/// </param>
public sealed record Bundle(
    Manifest Manifest,
    ReadOnlyMemory<byte> ModelBytes,
    GoldenSet Golden,
    string Sha256,
    ReadOnlyMemory<byte>? SignatureBytes)
{
    /// <summary>The network that a hybrid's trees stand on, not parsed yet; null for other engines.</summary>
    public ReadOnlyMemory<byte>? EmbeddingBytes { get; init; }

    /// <summary>Bytes of all files that the engine loads.</summary>
    public int LoadedBytes => ModelBytes.Length + (EmbeddingBytes?.Length ?? 0);

    internal static Bundle Of(
        Manifest manifest,
        BundleSeal seal,
        IReadOnlyDictionary<string, byte[]> files,
        GoldenSet golden,
        ReadOnlyMemory<byte>? signature) => new(
        manifest,
        files[manifest.ModelFile],
        golden,
        seal.Sha256,
        signature)
    {
        // A conditional would make an absent file an empty one.
        EmbeddingBytes = manifest.EmbeddingFile is { } embedding ? (ReadOnlyMemory<byte>?)files[embedding] : null,
    };
}
