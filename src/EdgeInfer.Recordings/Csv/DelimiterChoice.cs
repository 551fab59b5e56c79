using System.Text;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Csv;

/// <summary>The delimiter under which the rows agree on their number of fields, and most of the fields are numbers.</summary>
/// <param name="Delimiter">As in <see cref="TextForm.Delimiter"/>.</param>
/// <param name="DecimalMark">Point or comma.</param>
/// <param name="Fields">Fields of most rows.</param>
/// <param name="Score">Above 0; larger is better.</param>
internal readonly record struct DelimiterChoice(byte Delimiter, byte DecimalMark, int Fields, double Score)
{
    /// <summary>What a table of text is worth beside one of numbers.</summary>
    private const double TextScore = 0.05;

    private const int GroupOfThousand = 3;

    /// <summary>The first of equals: a tab is no blank unless the blanks say so.</summary>
    private static ReadOnlySpan<byte> Candidates => ",;\t| "u8;

    /// <summary>A comma and one field, where no delimiter divides the lines.</summary>
    public static DelimiterChoice Of(IReadOnlyList<SampleLine> body, byte? given)
    {
        var best = new DelimiterChoice((byte)',', (byte)'.', 1, 0);
        foreach (var delimiter in given is { } one ? [one] : Candidates)
        {
            if (body.Count(line => Holds(line, delimiter)) * 2 < body.Count)
                continue;
            var choice = Rate(body, delimiter);
            if (choice.Fields > 1 && choice.Score > best.Score)
                best = choice;
        }

        return best;
    }

    /// <exception cref="InvalidInputException">Numbers stand with decimal points and commas, or commas may divide thousands.</exception>
    public static void RequireOneMark(IReadOnlyList<SampleLine> body, DelimiterChoice choice, string path)
    {
        (SampleLine Line, string Text)? point = null, comma = null;
        var thousands = true;
        foreach (var line in body)
        {
            foreach (var cell in line.Cells(choice.Delimiter) ?? [])
            {
                if (cell.AsSpan().Contains((byte)'.') && CellText.IsNumber(cell, (byte)'.'))
                    point ??= (line, Encoding.UTF8.GetString(cell));
                if (!cell.AsSpan().Contains((byte)',') || !CellText.IsNumber(cell, (byte)','))
                    continue;
                comma ??= (line, Encoding.UTF8.GetString(cell));
                thousands &= IsThousands(cell);
            }
        }

        if (comma is not { } withComma)
            return;
        if (point is { } withPoint)
        {
            throw InvalidInputException.AtLine(path, withComma.Line.Number,
                $"'{withComma.Text}' has a decimal comma, but '{withPoint.Text}' in line {withPoint.Line.Number} a decimal point: "
                + "write all numbers with one of them");
        }

        if (thousands)
        {
            throw InvalidInputException.AtLine(path, withComma.Line.Number,
                $"the comma in '{withComma.Text}' may be a decimal mark or divide thousands: write numbers without a mark for thousands, "
                + "and with a decimal point");
        }
    }

    private static bool Holds(SampleLine line, byte delimiter) =>
        line.Text.AsSpan().Contains(delimiter) || (delimiter == ' ' && line.Text.AsSpan().Contains((byte)'\t'));

    private static DelimiterChoice Rate(IReadOnlyList<SampleLine> body, byte delimiter)
    {
        byte[][]?[] rows = [.. body.Select(line => line.Cells(delimiter))];
        var most = rows.OfType<byte[][]>().GroupBy(row => row.Length).OrderByDescending(same => same.Count())
            .ThenByDescending(same => same.Key).FirstOrDefault();
        if (most is null)
            return default;
        byte[][] cells = [.. most.SelectMany(row => row).Where(cell => !CellText.IsHole(cell))];
        var points = cells.Count(cell => CellText.IsNumber(cell, (byte)'.'));
        var commas = cells.Count(cell => CellText.IsNumber(cell, (byte)','));
        var share = (double)most.Count() / rows.Length;
        var either = cells.Count(cell => CellText.IsNumber(cell, (byte)'.') || CellText.IsNumber(cell, (byte)','));
        var numbers = cells.Length == 0 ? 0 : (double)either / cells.Length;
        return new(delimiter, (byte)(commas > points ? ',' : '.'), most.Key, share * (TextScore + numbers));
    }

    // 1,234 but not 0,234 and not 1,23.
    private static bool IsThousands(ReadOnlySpan<byte> cell)
    {
        var digits = cell.TrimStart("+-"u8);
        var comma = digits.IndexOf((byte)',');
        return comma is > 0 and <= GroupOfThousand && digits[0] != '0' && digits.Length - comma - 1 == GroupOfThousand;
    }
}
