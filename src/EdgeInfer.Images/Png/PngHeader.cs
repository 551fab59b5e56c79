using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Png;

/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="ColourType">0 gray, 2 colour, 3 palette, 4 gray with alpha, 6 colour with alpha.</param>
internal readonly record struct PngHeader(int Width, int Height, byte ColourType)
{
    private const byte Palette = 3;

    public bool IsGray => ColourType is 0 or 4;

    public int SamplesPerPixel => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>A byte that names the line's filter, then its samples.</summary>
    public int LineBytes => 1 + Width * SamplesPerPixel;

    public byte[] ToRgb(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> palette, string path)
    {
        var rgb = new byte[Width * Height * Still.Colours];
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            var sample = lines[(pixel / Width * LineBytes + 1 + pixel % Width * SamplesPerPixel)..];
            var target = rgb.AsSpan(pixel * Still.Colours, Still.Colours);
            if (ColourType == Palette)
                Entry(palette, sample[0], path).CopyTo(target);
            else if (SamplesPerPixel >= Still.Colours)
                sample[..Still.Colours].CopyTo(target);
            else
                target.Fill(sample[0]);
        }

        return rgb;
    }

    private static ReadOnlySpan<byte> Entry(ReadOnlySpan<byte> palette, byte index, string path) =>
        (index + 1) * Still.Colours <= palette.Length
            ? palette.Slice(index * Still.Colours, Still.Colours)
            : throw new InvalidInputException(
                path, Invariant($"a pixel of entry {index} where the palette has {palette.Length / Still.Colours}"));
}
