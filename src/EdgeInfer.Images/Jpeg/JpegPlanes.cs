using System.Runtime.InteropServices;
using EdgeInfer.Images.Pixels;
using JpegLibrary;

namespace EdgeInfer.Images.Jpeg;

/// <summary>Gathers a decoder's blocks of eight by eight values, and turns them into colours.</summary>
internal sealed class JpegPlanes(int width, int height, int components) : JpegBlockOutputWriter
{
    private const int Block = 8;

    private readonly byte[] _values = new byte[width * height * components];

    public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
    {
        var block = MemoryMarshal.CreateReadOnlySpan(ref blockRef, Block * Block);
        for (var row = 0; row < Math.Min(Block, height - y); row++)
        {
            for (var column = 0; column < Math.Min(Block, width - x); column++)
                _values[(componentIndex * height + y + row) * width + x + column] =
                    (byte)Math.Clamp((int)block[row * Block + column], 0, byte.MaxValue);
        }
    }

    /// <summary>By the equations of JFIF 1.02, rounded.</summary>
    public Still ToStill()
    {
        var pixels = width * height;
        var rgb = new byte[pixels * Still.Colours];
        for (var i = 0; i < pixels; i++)
        {
            double luma = _values[i];
            var (blue, red) = components == 1 ? (0.0, 0.0) : (_values[pixels + i] - 128.0, _values[2 * pixels + i] - 128.0);
            rgb[Still.Colours * i] = Level(luma + 1.402 * red);
            rgb[Still.Colours * i + 1] = Level(luma - 0.344136 * blue - 0.714136 * red);
            rgb[Still.Colours * i + 2] = Level(luma + 1.772 * blue);
        }

        return new Still(width, height, rgb);
    }

    private static byte Level(double value) => (byte)Math.Clamp(Math.Floor(value + 0.5), 0, byte.MaxValue);
}
