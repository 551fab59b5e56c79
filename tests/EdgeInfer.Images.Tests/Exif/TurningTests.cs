using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Images.Tests.Exif;

public sealed class TurningTests
{
    /// <summary>The picture has 2 x 3 px; its red is 1, 2 in each row, its green 0, 10, 20 in each column.</summary>
    [Theory]
    [InlineData(1, 2, 3, new float[] { 1, 2, 1, 2, 1, 2 }, new float[] { 0, 0, 10, 10, 20, 20 })]
    [InlineData(2, 2, 3, new float[] { 2, 1, 2, 1, 2, 1 }, new float[] { 0, 0, 10, 10, 20, 20 })]
    [InlineData(3, 2, 3, new float[] { 2, 1, 2, 1, 2, 1 }, new float[] { 20, 20, 10, 10, 0, 0 })]
    [InlineData(4, 2, 3, new float[] { 1, 2, 1, 2, 1, 2 }, new float[] { 20, 20, 10, 10, 0, 0 })]
    [InlineData(5, 3, 2, new float[] { 1, 1, 1, 2, 2, 2 }, new float[] { 0, 10, 20, 0, 10, 20 })]
    [InlineData(6, 3, 2, new float[] { 1, 1, 1, 2, 2, 2 }, new float[] { 20, 10, 0, 20, 10, 0 })]
    [InlineData(7, 3, 2, new float[] { 2, 2, 2, 1, 1, 1 }, new float[] { 20, 10, 0, 20, 10, 0 })]
    [InlineData(8, 3, 2, new float[] { 2, 2, 2, 1, 1, 1 }, new float[] { 0, 10, 20, 0, 10, 20 })]
    public void APngIsTurnedAsItsExifSays(ushort orientation, int width, int height, float[] red, float[] green)
    {
        var bytes = ExifBytes.InPng(ImageFolder.Png(2, 3, 1), ExifBytes.Block(orientation));

        var header = StillHeader.Read(bytes, "one.png");
        var values = StillFile.Decode(bytes, new FrameShape(width, height, FrameColour.Rgb), "one.png");

        Assert.Equal((width, height, orientation), (header.Width, header.Height, (ushort)header.Orientation));
        Assert.Equal(red, values[..6]);
        Assert.Equal(green, values[6..12]);
    }

    [Fact]
    public void APictureWhoseExifIsDamagedIsTakenAsItLiesAndSaysSo()
    {
        var bytes = ExifBytes.InPng(ImageFolder.Png(2, 3, 1), ExifBytes.Block(99));

        Assert.True(StillHeader.Read(bytes, "one.png").ExifIsDamaged);
        Assert.Equal([1, 2], StillFile.Decode(bytes, new FrameShape(2, 3, FrameColour.Rgb), "one.png")[..2]);
    }

    [Fact]
    public void EveryOrientationOfAJpegIsTurnedAsPillowTurnsIt()
    {
        using var folder = new TemporaryFolder();
        Pillow.Run(
            """
            import sys
            from PIL import Image, ImageOps
            picture = Image.new('RGB', (23, 17))
            for y in range(17):
                for x in range(23):
                    picture.putpixel((x, y), (11 * x, 15 * y, 7 * (x + y) % 256))
            for orientation in range(1, 9):
                exif = Image.Exif()
                exif[0x0112] = orientation
                name = sys.argv[1] + '/' + str(orientation)
                picture.save(name + '.jpg', quality=95, subsampling=0, exif=exif)
                with open(name + '.rgb', 'wb') as raw:
                    raw.write(ImageOps.exif_transpose(Image.open(name + '.jpg')).tobytes())
            """,
            folder.Path);

        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var name = folder.File(FormattableString.Invariant($"{orientation}.jpg"));
            var frame = orientation < 5 ? new FrameShape(23, 17, FrameColour.Rgb) : new FrameShape(17, 23, FrameColour.Rgb);
            var values = StillFile.Decode(File.ReadAllBytes(name), frame, name);
            var expected = File.ReadAllBytes(Path.ChangeExtension(name, ".rgb"));
            for (var i = 0; i < values.Length; i++)
                Assert.InRange(values[i] - expected[i % frame.PixelCount * 3 + i / frame.PixelCount], -3, 3);
        }
    }
}
