using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Core.Tests.Checksums;

public sealed class HmacSha256HexTests
{
    /// <summary>RFC 4231, test case 2.</summary>
    [Fact]
    public void ItGivesTheValueOfTheStandard() => Assert.Equal(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        HmacSha256Hex.Of("Jefe"u8, "what do ya want for nothing?"u8));

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(131)]
    public void KeysOfAnyLengthGiveWhatOpenSslGives(int length)
    {
        var key = Encoding.ASCII.GetBytes(new string('k', length));
        var message = Encoding.ASCII.GetBytes(new string('m', 200));

        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(key, message)), HmacSha256Hex.Of(key, message));
    }
}
