using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Bundles.Tests.Manifests;

public sealed class ManifestContentTests
{
    private static readonly ManifestContent Sound = ManifestContent.Of(new(PieceKind.Chunk, 3, 0.5, [3, 5, ulong.MaxValue]));

    [Fact]
    public void AFingerprintReadsBackAsItWasWritten()
    {
        Assert.Null(ContentRules.FirstFault(Sound));
        Assert.Equal([3, 5, ulong.MaxValue], Sound.ToFingerprint().Hashes);
        Assert.True(Sound.Hashes.Length < 60);
    }

    [Fact]
    public void TheLargestFingerprintPasses()
    {
        ulong[] most = [.. Enumerable.Range(1, ContentFingerprint.MostHashes).Select(i => (ulong)i)];
        Assert.Null(ContentRules.FirstFault(ManifestContent.Of(new(PieceKind.Image, 60_000, 0, most))));
        ulong[] more = [.. most, (ulong)most.Length + 1];
        Assert.Contains(
            "$.training.content.hashes", ContentRules.FirstFault(ManifestContent.Of(new(PieceKind.Image, 60_000, 0, more)))!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoFingerprintIsRefusedByItsField()
    {
        AssertFault("kind", Sound with { Kind = (PieceKind)9 });
        AssertFault("repeated", Sound with { Repeated = double.NaN });
        AssertFault("repeated", Sound with { Repeated = 1.5 });
        AssertFault("hashes", Sound with { Hashes = "?" });
        AssertFault("hashes", Sound with { Hashes = Convert.ToBase64String([1, 2, 3]) });
        AssertFault("hashes", Sound with { Hashes = "" });
        AssertFault("hashes", ManifestContent.Of(new(PieceKind.Chunk, 2, 0, [5, 5])));
        AssertFault("pieces", Sound with { Pieces = 2 });
    }

    private static void AssertFault(string field, ManifestContent content) => Assert.StartsWith(
        $"$.training.content.{field}", ContentRules.FirstFault(content)!.ToString(), StringComparison.Ordinal);
}
