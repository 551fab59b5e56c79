using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Csv;

/// <summary>Hands out a text line by line from one buffer, which bounds the length of a line.</summary>
internal sealed class LineBuffer(TextReader text, string path)
{
    private readonly char[] _buffer = new char[2 * CsvLimits.MaxLineLength];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Lines handed out so far: the number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its break; may be changed in place, and holds until the next one is read.</summary>
    public bool TryRead(out Memory<char> line)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf('\n')) < 0 && !_ended && _end - _start <= CsvLimits.MaxLineLength)
            Fill();
        if (length < 0)
            length = _end - _start;
        line = _buffer.AsMemory(_start, length);
        if (length == 0 && _start == _end)
            return false;

        Number++;
        if (length > CsvLimits.MaxLineLength)
            throw InvalidInputException.AtLine(path, Number, $"the line has more than {CsvLimits.MaxLineLength} characters");
        _start = Math.Min(_start + length + 1, _end);
        line = line.TrimEnd('\r');
        return true;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = text.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
