using EdgeInfer.Models.Bundles;

namespace EdgeInfer.Models.Tests.Bundles;

public class Crc32Tests
{
    [Fact]
    public void TheChecksumIsTheOneOfItsStandard()
    {
        // The check value of the CRC catalogue.
        Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));
        Assert.Equal(0u, Crc32.Of([]));
    }
}
