using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Images.Png;

/// <summary>Undoes the five filters of PNG (ISO/IEC 15948, clause 9), in place.</summary>
internal static class PngFilter
{
    /// <param name="lines">All lines, each beginning with the byte that names its filter.</param>
    /// <param name="pixelBytes">Bytes a pixel.</param>
    /// <param name="lineBytes">Bytes a line with its first.</param>
    public static void Undo(Span<byte> lines, int pixelBytes, int lineBytes, string path)
    {
        ReadOnlySpan<byte> above = new byte[lineBytes - 1];
        for (var start = 0; start < lines.Length; start += lineBytes)
        {
            var line = lines.Slice(start + 1, lineBytes - 1);
            var filter = lines[start];
            for (var i = 0; i < line.Length; i++)
            {
                var (left, corner) = i < pixelBytes ? ((byte)0, (byte)0) : (line[i - pixelBytes], above[i - pixelBytes]);
                line[i] += filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (byte)((left + above[i]) / 2),
                    4 => Paeth(left, above[i], corner),
                    _ => throw new InvalidInputException(
                        path, Invariant($"line {start / lineBytes} of the PNG has filter {filter}, not 0 to 4")),
                };
            }

            above = line;
        }
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        if (toLeft <= toAbove && toLeft <= toCorner)
            return left;
        return toAbove <= toCorner ? above : corner;
    }
}
