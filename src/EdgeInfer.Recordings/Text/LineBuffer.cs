using System.Buffers;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Text;

/// <summary>Hands out text line by line from one buffer, which bounds the length of a line.</summary>
internal sealed class LineBuffer(Stream bytes, string path) : IDisposable
{
    private const int BufferBytes = 4 * TextLimits.MaxLineLength;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _start;
    private int _end;
    private int _lineStart;
    private int _lineLength;
    private bool _ended;
    private bool _disposed;

    /// <summary>Lines handed out so far: the number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What ends a line; carriage returns alone did so on old Macs.</summary>
    public byte Break { get; set; } = (byte)'\n';

    /// <summary>Whether a break stood behind the current line. The last line of a file that was cut off has none.</summary>
    public bool Ended { get; private set; }

    /// <summary>The current line without its break; may be changed in place, and holds until the next one is read.</summary>
    public Span<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>The text ahead, without moving on: <see cref="TextLimits.SampleBytes"/>, or all where there are fewer.</summary>
    public ReadOnlySpan<byte> Peek(out bool all)
    {
        while (_end - _start < TextLimits.SampleBytes && !_ended)
            Fill();
        all = _ended && _end - _start <= TextLimits.SampleBytes;
        return _buffer.AsSpan(_start, Math.Min(_end - _start, TextLimits.SampleBytes));
    }

    /// <summary>Passes over bytes that <see cref="Peek"/> showed.</summary>
    public void Skip(int count) => _start += count;

    public bool TryRead()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf(Break)) < 0
            && !_ended && _end - _start <= TextLimits.MaxLineLength)
        {
            Fill();
        }

        Ended = length >= 0;
        if (!Ended)
            length = _end - _start;
        if (length == 0 && _start == _end)
            return false;

        Number++;
        if (length > TextLimits.MaxLineLength)
            throw InvalidInputException.AtLine(path, Number, $"the line has more than {TextLimits.MaxLineLength} characters");
        (_lineStart, _lineLength) = (_start, length);
        while (_lineLength > 0 && _buffer[_lineStart + _lineLength - 1] == '\r')
            _lineLength--;
        _start = Math.Min(_start + length + 1, _end);
        return true;
    }

    public void Dispose()
    {
        bytes.Dispose();
        if (_disposed)
            return;
        _disposed = true;
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = bytes.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
