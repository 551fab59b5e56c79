namespace EdgeInfer.Recordings.Csv;

/// <summary>
/// Cuts a line into fields as RFC 4180 has it, but for line breaks inside quotes: each row is one line, so that a line
/// number in an error is the one that an editor shows.
/// </summary>
internal sealed class FieldSplitter(char delimiter)
{
    private readonly List<Range> _fields = [];

    public int Count => _fields.Count;

    public Range this[int field] => _fields[field];

    /// <summary>The separator that a header uses most: comma, semicolon, tab or bar.</summary>
    public static char DelimiterOf(ReadOnlySpan<char> header)
    {
        var (best, most) = (',', 0);
        foreach (var candidate in ",;\t|")
        {
            var count = header.Count(candidate);
            if (count > most)
                (best, most) = (candidate, count);
        }

        return best;
    }

    /// <summary>Returns false where a quoted field does not end; doubled quotes are resolved in place.</summary>
    public bool TrySplit(Span<char> line)
    {
        _fields.Clear();
        for (var at = 0; at <= line.Length;)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (!TryQuoted(line, ref at))
                    return false;
                continue;
            }

            var length = line[at..].IndexOf(delimiter);
            var end = length < 0 ? line.Length : at + length;
            _fields.Add(at..end);
            at = end + 1;
        }

        return true;
    }

    private bool TryQuoted(Span<char> line, ref int at)
    {
        var (start, write) = (at + 1, at + 1);
        for (var read = start; read < line.Length; read++)
        {
            if (line[read] != '"')
            {
                line[write++] = line[read];
                continue;
            }

            if (read + 1 < line.Length && line[read + 1] == '"')
            {
                line[write++] = line[read++];
                continue;
            }

            at = read + 2;
            _fields.Add(start..write);
            return read + 1 == line.Length || line[read + 1] == delimiter;
        }

        return false;
    }
}
