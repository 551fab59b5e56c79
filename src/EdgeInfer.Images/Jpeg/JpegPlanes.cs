using System.Runtime.InteropServices;
using EdgeInfer.Images.Pixels;
using JpegLibrary;

namespace EdgeInfer.Images.Jpeg;

/// <summary>Gathers a decoder's blocks of eight by eight values, and turns them into colours.</summary>
internal sealed class JpegPlanes(JpegFrame frame) : JpegBlockOutputWriter
{
    private const int Block = 8;

    private readonly byte[][] _planes = [.. frame.Components.Select(_ => new byte[frame.Width * frame.Height])];

    public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
    {
        var block = MemoryMarshal.CreateReadOnlySpan(ref blockRef, Block * Block);
        var plane = _planes[componentIndex];
        for (var row = 0; row < Math.Min(Block, frame.Height - y); row++)
        {
            for (var column = 0; column < Math.Min(Block, frame.Width - x); column++)
                plane[(y + row) * frame.Width + x + column] = (byte)Math.Clamp((int)block[row * Block + column], 0, byte.MaxValue);
        }
    }

    /// <summary>By the equations of JFIF 1.02, rounded.</summary>
    public Still ToStill()
    {
        for (var component = 0; component < _planes.Length; component++)
            ChromaUpsampling.Smooth(_planes[component], frame, component);
        var pixels = frame.Width * frame.Height;
        var rgb = new byte[pixels * Still.Colours];
        for (var i = 0; i < pixels; i++)
        {
            double luma = _planes[0][i];
            var (blue, red) = _planes.Length == 1 ? (0.0, 0.0) : (_planes[1][i] - 128.0, _planes[2][i] - 128.0);
            rgb[Still.Colours * i] = Level(luma + 1.402 * red);
            rgb[Still.Colours * i + 1] = Level(luma - 0.344136 * blue - 0.714136 * red);
            rgb[Still.Colours * i + 2] = Level(luma + 1.772 * blue);
        }

        return new Still(frame.Width, frame.Height, rgb);
    }

    private static byte Level(double value) => (byte)Math.Clamp(Math.Floor(value + 0.5), 0, byte.MaxValue);
}
