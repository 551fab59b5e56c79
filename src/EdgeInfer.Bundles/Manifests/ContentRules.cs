using EdgeInfer.Core.Fingerprints;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>What a fingerprint in a manifest must be, whoever wrote it.</summary>
internal static class ContentRules
{
    private const string Place = "$.training.content";

    public static Fault? FirstFault(ManifestContent? content)
    {
        if (content is null)
            return null;
        if (!Enum.IsDefined(content.Kind))
            return new($"{Place}.kind", Invariant($"{(int)content.Kind} is unknown"));
        if (!(content.Repeated >= 0 && content.Repeated <= 1))
            return new($"{Place}.repeated", Invariant($"{content.Repeated} is outside 0 to 1"));
        if (content.TryHashes() is not { } hashes)
            return new(
                $"{Place}.hashes",
                Invariant($"{content.Hashes.Length} characters are not base64 of 0 to {ContentFingerprint.MostHashes} hashes of 8 bytes"));
        if (hashes.Length > content.Pieces)
            return new($"{Place}.pieces", Invariant($"{content.Pieces}, but there are {hashes.Length} hashes"));
        if (hashes.Length < Math.Min(content.Pieces, ContentFingerprint.MostHashes))
            return new($"{Place}.hashes", Invariant($"{hashes.Length} hashes of {content.Pieces} pieces are too few"));
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] <= hashes[i - 1])
                return new($"{Place}.hashes", Invariant($"hash {i} does not rise above the one before it"));
        }

        return null;
    }
}
