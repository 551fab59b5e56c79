using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Images.Tests.Files;

public sealed class StillFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("GIF89a", "is neither a JPEG nor a PNG image, but a GIF image: convert it")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004WEBP", "is neither a JPEG nor a PNG image, but a WebP image: convert it")]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic", "is neither a JPEG nor a PNG image, but an HEIC or AVIF image or a film: convert it")]
    [InlineData("BM....", "is neither a JPEG nor a PNG image, but a BMP image: convert it")]
    [InlineData("II*\u0000", "is neither a JPEG nor a PNG image, but a TIFF image: convert it")]
    [InlineData("<html>", "is neither a JPEG nor a PNG image")]
    public void AFileThatIsNotWhatItsNameSaysIsNamed(string content, string reason)
    {
        File.WriteAllText(_folder.File("one.jpg"), content, System.Text.Encoding.Latin1);

        var error = Assert.Throws<InvalidInputException>(() => StillFile.Read(_folder.File("one.jpg")));

        Assert.Equal($"{_folder.File("one.jpg")}: {reason}", error.Message);
    }

    [Fact]
    public void ACmykJpegIsNamedAndPassedByWithAWayOut()
    {
        Pillow.Run("import sys; from PIL import Image; Image.new('CMYK', (8, 8)).save(sys.argv[1])", _folder.File("one.jpg"));

        var error = Assert.Throws<InvalidInputException>(() => StillHeader.Read(StillFile.Read(_folder.File("one.jpg")), "one.jpg"));

        Assert.Equal("one.jpg: a CMYK JPEG (four inks, for printing); save it in RGB, as sRGB", error.Message);
    }

    [Fact]
    public void APictureOfMorePixelsThanAreDecodedIsRefusedOnItsHeader()
    {
        byte[] header = [.. ImageFolder.Number(16_384), .. ImageFolder.Number(16_384)];
        var png = ImageFolder.Png(2, 3, 1);
        header.CopyTo(png, 16);
        var crc = Core.Checksums.Crc32.Of(png.AsSpan(12..29));
        ImageFolder.Number((int)crc).CopyTo(png, 29);

        var error = Assert.Throws<InvalidInputException>(
            () => StillFile.Decode(png, new FrameShape(8, 8, FrameColour.Rgb) { Fit = FrameFit.Pad }, "one.png"));

        Assert.Contains(FormattableString.Invariant($"at most {ImageLimits.PicturePixels} px"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChromaIsInterpolatedAsLibjpegDoesIt()
    {
        Pillow.Run(
            """
            import sys, random
            from PIL import Image
            random.seed(3)
            for name, sampling in (('444', 0), ('422', 1), ('420', 2)):
                for n, (w, h) in enumerate(((1, 1), (4, 5), (5, 4), (17, 33), (64, 48), (31, 31))):
                    picture = Image.new('RGB', (w, h))
                    picture.putdata([tuple(random.choice((0, 255)) for _ in range(3)) for _ in range(w * h)])
                    path = sys.argv[1] + '/' + name + '-' + str(n) + '-' + str(w) + '-' + str(h)
                    picture.save(path + '.jpg', quality=85, subsampling=sampling, progressive=n % 2 == 1)
                    open(path + '.rgb', 'wb').write(Image.open(path + '.jpg').tobytes())
            """,
            _folder.Path);
        var pictures = Directory.GetFiles(_folder.Path, "*.jpg");

        foreach (var path in pictures)
        {
            var header = StillHeader.Read(File.ReadAllBytes(path), path);
            var frame = new FrameShape(header.Width, header.Height, FrameColour.Rgb);
            var values = StillFile.Decode(File.ReadAllBytes(path), frame, path);
            var expected = File.ReadAllBytes(Path.ChangeExtension(path, ".rgb"));
            for (var i = 0; i < values.Length; i++)
                Assert.InRange(values[i] - expected[i % frame.PixelCount * 3 + i / frame.PixelCount], -3, 3);
        }

        Assert.Equal(18, pictures.Length);
    }

    public void Dispose() => _folder.Dispose();
}
