using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Fitting;
using EdgeInfer.Images.Pixels;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Images.Tests.Fitting;

public sealed class FittedFrameTests
{
    private const int Seed = 5;

    [Theory]
    [InlineData(FrameFit.Stretch)]
    [InlineData(FrameFit.Crop)]
    [InlineData(FrameFit.Pad)]
    public void APictureOfTheFramesSizeStaysAsItIs(FrameFit fit)
    {
        var still = Noise(7, 5);

        Assert.Equal(still.Values(FrameColour.Rgb), FittedFrame.Values(still, Frame(7, 5, fit)));
    }

    [Fact]
    public void HalvingAveragesNeighboursWithTheirOwnSurroundings()
    {
        // By hand: centre 1 and reach 2 give the weights 3, 3 and 1 of 7 at the edge.
        var still = Row(0, 70, 140, 210);

        Assert.Equal([50, 160], FittedFrame.Values(still, Frame(2, 1, FrameFit.Stretch))[..2]);
    }

    [Fact]
    public void CroppingTakesTheMiddle()
    {
        var still = Row(10, 20, 30, 40, 50);

        Assert.Equal([20, 30, 40], FittedFrame.Values(still, Frame(3, 1, FrameFit.Crop))[..3]);
    }

    [Fact]
    public void PaddingCentresThePictureInBlack()
    {
        var still = Row(10, 20, 30);

        Assert.Equal([0, 0, 0, 10, 20, 30, 0, 0, 0], FittedFrame.Values(still, Frame(3, 3, FrameFit.Pad))[..9]);
    }

    [Fact]
    public void ALineStaysALineInAPaddedFrame()
    {
        var values = FittedFrame.Values(Noise(5_000, 1), Frame(8, 8, FrameFit.Pad));

        Assert.Equal(8, values[..64].Count(value => value > 0));
    }

    [Fact]
    public void AnEvenPictureStaysEvenAtEverySize()
    {
        var still = new Still(37, 23, [.. Enumerable.Repeat((byte)200, 37 * 23 * 3)]);
        for (var side = 1; side < 80; side++)
        {
            foreach (var fit in new[] { FrameFit.Stretch, FrameFit.Crop })
                Assert.All(FittedFrame.Values(still, Frame(side, 81 - side, fit)), value => Assert.Equal(200f, value));
        }
    }

    [Theory]
    [InlineData(FrameFit.Stretch, "9b5cd024e5e270ba")]
    [InlineData(FrameFit.Crop, "9172d859b57b0040")]
    [InlineData(FrameFit.Pad, "69e7461baef58f91")]
    public void TheBitsOfAResizedPictureAreFixed(FrameFit fit, string sha256)
    {
        var values = FittedFrame.Values(Noise(61, 43), Frame(24, 20, fit));

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())))[..16]);
    }

    [Fact]
    public void ResizingGivesWhatPillowsBilinearGives()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        int[][] sizes = [.. Enumerable.Range(0, 40).Select(_ => new[] { 90, 90, 60, 60 }.Select(most => random.Next(1, most)).ToArray())];
        for (var i = 0; i < sizes.Length; i++)
            File.WriteAllBytes(folder.File(Name(i, "gray")), Bytes(sizes[i][0] * sizes[i][1], i));
        File.WriteAllLines(folder.File("sizes"), sizes.Select(size => string.Join(' ', size)));
        Pillow.Run(
            """
            import sys
            from PIL import Image
            folder = sys.argv[1] + '/'
            for i, line in enumerate(open(folder + 'sizes')):
                w, h, x, y = map(int, line.split())
                picture = Image.frombytes('L', (w, h), open(folder + str(i) + '.gray', 'rb').read()).convert('F')
                stretched = picture.resize((x, y), Image.BILINEAR)
                kept = (h * x / y, h) if w * y > h * x else (w, w * y / x)
                left, top = (w - kept[0]) / 2, (h - kept[1]) / 2
                cropped = picture.resize((x, y), Image.BILINEAR, (left, top, left + kept[0], top + kept[1]))
                for name, result in (('stretch', stretched), ('crop', cropped)):
                    open(folder + str(i) + '.' + name, 'wb').write(result.tobytes())
            """,
            folder.Path);

        for (var i = 0; i < sizes.Length; i++)
        {
            var still = new Still(sizes[i][0], sizes[i][1], Gray(Bytes(sizes[i][0] * sizes[i][1], i)));
            foreach (var fit in new[] { FrameFit.Stretch, FrameFit.Crop })
            {
                var values = FittedFrame.Values(still, new FrameShape(sizes[i][2], sizes[i][3], FrameColour.Gray) { Fit = fit });
                var file = folder.File(Name(i, fit == FrameFit.Crop ? "crop" : "stretch"));
                var expected = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file));
                for (var at = 0; at < values.Length; at++)
                    Assert.InRange(values[at] - expected[at], -1e-3, 1e-3);
            }
        }
    }

    private static string Name(int index, string kind) => string.Create(CultureInfo.InvariantCulture, $"{index}.{kind}");

    private static FrameShape Frame(int width, int height, FrameFit fit) => new(width, height, FrameColour.Rgb) { Fit = fit };

    private static Still Row(params byte[] levels) => new(levels.Length, 1, Gray(levels));

    private static byte[] Gray(byte[] levels) => [.. levels.SelectMany(level => new[] { level, level, level })];

    /// <summary>Without a black pixel.</summary>
    private static Still Noise(int width, int height) =>
        new(width, height, [.. Bytes(width * height * 3, Seed).Select(level => (byte)(level | 1))]);

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
