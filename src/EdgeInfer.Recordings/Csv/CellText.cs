using System.Text;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>What a cell of a table may be.</summary>
internal static class CellText
{
    private static readonly string[] Holes = ["na", "n/a", "null", "none", "-", "?"];

    public static bool IsNumber(ReadOnlySpan<byte> cell, byte decimalMark) =>
        // '1,' is a number and a delimiter.
        cell.Length is > 0 and <= TextLimits.MaxFieldLength && cell[^1] != ','
        && (NumberText.TryDouble(cell, decimalMark, out _) || NonFiniteWords.TryParse(cell, out _));

    /// <summary>Whether a program writes this where it has no value.</summary>
    public static bool IsHole(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return true;
        foreach (var hole in Holes)
        {
            if (Ascii.EqualsIgnoreCase(cell, hole))
                return true;
        }

        return false;
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell) => cell.Trim(" \t\r"u8);
}
