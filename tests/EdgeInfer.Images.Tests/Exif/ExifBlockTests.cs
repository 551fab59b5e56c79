using EdgeInfer.Images.Exif;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Images.Tests.Exif;

public sealed class ExifBlockTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryOrientationIsReadInBothByteOrders(bool bigEndian)
    {
        for (ushort value = 1; value <= 8; value++)
            Assert.Equal((ExifOrientation)value, ExifBlock.Read(ExifBytes.Block(value, bigEndian)));
    }

    [Fact]
    public void ABlockWithoutOrientationLeavesThePictureUpright() =>
        Assert.Equal(ExifOrientation.TopLeft, ExifBlock.Read([.. "II*\0"u8, 8, 0, 0, 0, 0, 0]));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(257)]
    public void AnOrientationThatDoesNotExistIsDamage(ushort value) => Assert.Null(ExifBlock.Read(ExifBytes.Block(value)));

    [Fact]
    public void NoCutBlockIsReadBeyondItsEnd()
    {
        var block = ExifBytes.Block(3);
        for (var length = 0; length < 22; length++)
            Assert.Null(ExifBlock.Read(block.AsSpan(0, length)));
    }

    [Fact]
    public void AnOffsetOrACountThatLeadsOutIsDamage()
    {
        var block = ExifBytes.Block(3);
        Assert.Null(ExifBlock.Read([.. block[..4], 0xFF, 0xFF, 0xFF, 0xFF, .. block[8..]]));
        Assert.Null(ExifBlock.Read([.. block[..8], 0xFF, 0xFF, .. block[10..]]));
        Assert.Null(ExifBlock.Read([.. block[..8], 1, 2, .. new byte[513 * 12]]));
    }
}
