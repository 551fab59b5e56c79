using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Core.Tests.Checksums;

public sealed class ManagedSha256Tests
{
    /// <summary>NIST's examples: https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values</summary>
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData(
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")]
    public void ItGivesNistsValues(string text, string sha256) =>
        Assert.Equal(sha256, Convert.ToHexStringLower(ManagedSha256.Of(Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void AMillionTimesAIsNistsLongExample() => Assert.Equal(
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        Convert.ToHexStringLower(ManagedSha256.Of(Encoding.ASCII.GetBytes(new string('a', 1_000_000)))));

    [Fact]
    public void EveryLengthUpToSomeBlocksGivesWhatOpenSslGives()
    {
        var bytes = Noise(1_000);

        for (var length = 0; length <= bytes.Length; length++)
            Assert.Equal(SHA256.HashData(bytes.AsSpan(0, length)), ManagedSha256.Of(bytes.AsSpan(0, length)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void PiecesOfAnySizeGiveTheHashOfTheWhole(int size)
    {
        var bytes = Noise(1_000);
        var hash = new ManagedSha256();
        foreach (var piece in bytes.Chunk(size))
            hash.Append(piece);

        Assert.Equal(SHA256.HashData(bytes), hash.Finish());
    }

    [Fact]
    public void AStreamAndItsBytesHaveOneHash()
    {
        var bytes = Noise(300_000);
        using var stream = new MemoryStream(bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Sha256Hex.Of(bytes));
        Assert.Equal(Sha256Hex.Of(bytes), Sha256Hex.Of(stream));
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
