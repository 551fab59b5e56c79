using System.Buffers.Binary;
using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>A fingerprint of the recordings that a model was trained on, so that copies of them are known again.</summary>
/// <param name="Kind">What a hash stands for: chunk, row or image.</param>
/// <param name="Pieces">Different pieces on the training side.</param>
/// <param name="Repeated">Share of a group's pieces that another group holds as well, 0 to 1.</param>
/// <param name="Hashes">
/// The smallest 64-bit hashes of the pieces, rising, eight bytes each with the lowest first, in base64; at most 4,096.
/// </param>
public sealed record ManifestContent(PieceKind Kind, long Pieces, double Repeated, string Hashes)
{
    private const int HashBytes = 8;

    public static ManifestContent Of(ContentFingerprint fingerprint)
    {
        var bytes = new byte[fingerprint.Hashes.Count * HashBytes];
        for (var i = 0; i < fingerprint.Hashes.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * HashBytes), fingerprint.Hashes[i]);
        return new(fingerprint.Kind, fingerprint.Pieces, fingerprint.Repeated, Convert.ToBase64String(bytes));
    }

    /// <summary>Of a manifest whose rules hold.</summary>
    public ContentFingerprint ToFingerprint() => new(Kind, Pieces, Repeated, TryHashes()!);

    /// <summary>Null where the text is no base64 of whole hashes.</summary>
    internal ulong[]? TryHashes()
    {
        // Longer text is refused before memory is taken for it.
        if (Hashes.Length > (ContentFingerprint.MostHashes * HashBytes + 2) / 3 * 4)
            return null;
        var bytes = new byte[Hashes.Length];
        if (!Convert.TryFromBase64String(Hashes, bytes, out var length) || length % HashBytes != 0)
            return null;
        var hashes = new ulong[length / HashBytes];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * HashBytes));
        return hashes;
    }
}
