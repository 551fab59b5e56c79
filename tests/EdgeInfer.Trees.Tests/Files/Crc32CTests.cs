using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Files;

public class Crc32CTests
{
    [Fact]
    public void TheChecksumIsTheOneOfItsStandard()
    {
        // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0u, Crc32C.Of([]));
    }
}
