namespace EdgeInfer.Recordings.Csv;

/// <summary>Lines that programs write for people: those that begin with #, //, % or, where it is no delimiter, a semicolon.</summary>
internal static class CommentLine
{
    /// <summary>Bytes of the mark, and of blanks around it; 0 where the line is no comment.</summary>
    public static int MarkLength(ReadOnlySpan<byte> line, char delimiter)
    {
        var text = line.TrimStart(" \t"u8);
        var mark = text.StartsWith("//"u8) ? 2
            : text.Length > 0 && (text[0] is (byte)'#' or (byte)'%' || (text[0] == ';' && delimiter != ';')) ? 1
            : 0;
        return mark == 0 ? 0 : line.Length - text[mark..].TrimStart(" \t#/%;"u8).Length;
    }
}
