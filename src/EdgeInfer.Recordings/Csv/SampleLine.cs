using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>A line from the beginning of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its break, and without the stamp of a serial monitor.</param>
internal sealed record SampleLine(int Number, byte[] Text)
{
    /// <summary>The trimmed cells; null where a quoted one does not end.</summary>
    public byte[][]? Cells(byte delimiter)
    {
        var splitter = new FieldSplitter(delimiter);
        // Quotes are resolved in place.
        byte[] copy = [.. Text];
        if (!splitter.TrySplit(copy))
            return null;
        var cells = new byte[splitter.Count][];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = CellText.Trim(copy.AsSpan(splitter[i])).ToArray();
        return cells;
    }

    /// <param name="bytes">The beginning of the file.</param>
    /// <param name="all">Whether it is the whole file.</param>
    /// <param name="lineBreak">What ends a line.</param>
    public static List<SampleLine> Read(ReadOnlySpan<byte> bytes, bool all, byte lineBreak)
    {
        var lines = new List<SampleLine>();
        while (!bytes.IsEmpty)
        {
            var length = bytes.IndexOf(lineBreak);
            if (length < 0 && !all)
                break;
            var line = length < 0 ? bytes : bytes[..length];
            lines.Add(new SampleLine(lines.Count + 1, line.TrimEnd((byte)'\r').ToArray()));
            bytes = bytes[Math.Min(line.Length + 1, bytes.Length)..];
        }

        return lines;
    }
}
