using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Core.Tests.Checksums;

public class Crc32Tests
{
    [Fact]
    public void TheChecksumIsTheOneOfItsStandard()
    {
        // The check value of the CRC catalogue.
        Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));
        // Every PNG file ends with these four bytes and this number.
        Assert.Equal(0xAE426082u, Crc32.Of("IEND"u8));
        Assert.Equal(0u, Crc32.Of([]));
    }
}
