using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Jpeg;

/// <summary>A frame header (ITU-T T.81, B.2.2).</summary>
/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="IsProgressive">Whether scans refine each other.</param>
/// <param name="Components">Identifiers, each once.</param>
/// <param name="Quantizations">Number of each component's table.</param>
/// <param name="Samplings">How densely each component is sampled along a row and along a column: 1, 2 or 4.</param>
internal sealed record JpegFrame(
    int Width,
    int Height,
    bool IsProgressive,
    IReadOnlyList<byte> Components,
    IReadOnlyList<byte> Quantizations,
    IReadOnlyList<(int Horizontal, int Vertical)> Samplings)
{
    private const int Bits = 8;
    private const int HeaderBytes = 6;
    private const int ComponentBytes = 3;
    private const int CmykComponents = 4;

    /// <summary>Pixels that a sample of the component stands for, along a row and along a column.</summary>
    public (int Horizontal, int Vertical) Spacing(int component) => (
        Samplings.Max(sampling => sampling.Horizontal) / Samplings[component].Horizontal,
        Samplings.Max(sampling => sampling.Vertical) / Samplings[component].Vertical);

    public bool IsRgb => Components.SequenceEqual("RGB"u8.ToArray());

    /// <exception cref="InvalidInputException">Of another length than its components ask for, or of a kind that is not read.</exception>
    public static JpegFrame Read(ReadOnlySpan<byte> segment, bool isProgressive, string path)
    {
        if (segment.Length < HeaderBytes || segment.Length != HeaderBytes + ComponentBytes * segment[5])
            throw new InvalidInputException(
                path, Invariant($"a damaged JPEG: has a frame header of {segment.Length} bytes, which its components do not fill"));
        if (segment[5] == CmykComponents)
            throw new InvalidInputException(path, "a CMYK JPEG (four inks, for printing); save it in RGB, as sRGB");
        if (segment[0] != Bits || segment[5] is not (1 or Still.Colours))
            throw new InvalidInputException(
                path, Invariant($"a JPEG of {segment[5]} components of {segment[0]} bits; 1 or 3 of 8 are read"));
        var (components, quantizations) = (new byte[segment[5]], new byte[segment[5]]);
        var samplings = new (int Horizontal, int Vertical)[segment[5]];
        for (var i = 0; i < components.Length; i++)
        {
            var component = segment.Slice(HeaderBytes + i * ComponentBytes, ComponentBytes);
            if (components.AsSpan(0, i).Contains(component[0]))
                throw new InvalidInputException(path, Invariant($"a damaged JPEG: has component {component[0]} twice"));
            (components[i], quantizations[i], samplings[i]) = (component[0], component[2], (component[1] >> 4, component[1] & 15));
            var (horizontal, vertical) = samplings[i];
            // Of these, each divides the largest.
            if (horizontal is not (1 or 2 or 4) || vertical is not (1 or 2 or 4))
            {
                throw new InvalidInputException(
                    path, Invariant($"a JPEG with component {component[0]} sampled {horizontal} x {vertical}; 1, 2 and 4 are read"));
            }
        }

        return new JpegFrame(
            BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
            BinaryPrimitives.ReadUInt16BigEndian(segment[1..]),
            isProgressive,
            components,
            quantizations,
            samplings);
    }
}
