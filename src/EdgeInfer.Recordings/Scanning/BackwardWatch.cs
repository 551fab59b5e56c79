using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Ordering;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Scanning;

/// <summary>
/// Looks for steps back in time while rows pass by, as <see cref="RowOrder"/> does with all of them at once: rows up to
/// <see cref="Reach"/> before and after the step decide what it is.
/// </summary>
internal sealed class BackwardWatch(string path)
{
    private const int Reach = 4096;

    private readonly long[] _times = new long[8 * Reach];
    private readonly int[] _lines = new int[8 * Reach];
    private int _count;
    private int _judged = 1;
    private bool _any;
    private bool _refused;

    public List<string> Notes { get; } = [];

    /// <exception cref="InvalidInputException">A row is late; it is told once a recording.</exception>
    public void Add(long time, int line)
    {
        if (_count > 0 && time < _times[_count - 1])
        {
            _any = true;
            Notes.Add(Invariant($"{path}:{line}: the clock runs back by {(_times[_count - 1] - time) / 1e9} s; a segment begins here"));
        }

        (_times[_count], _lines[_count]) = (time, line);
        if (++_count == _times.Length)
            Judge(_count - Reach);
    }

    /// <summary>The recording ends; another may begin.</summary>
    /// <exception cref="InvalidInputException">A row is late; it is told once a recording.</exception>
    public void End()
    {
        Judge(_count);
        (_count, _judged, _refused) = (0, 1, false);
    }

    private void Judge(int end)
    {
        try
        {
            if (_any && !_refused)
                RowOrder.RefuseLateRows(_times.AsSpan(0, _count), _lines.AsSpan(0, _count), path, _judged, end);
        }
        catch (InvalidInputException)
        {
            _refused = true;
            throw;
        }
        finally
        {
            Keep(end);
        }
    }

    private void Keep(int end)
    {
        var kept = Math.Max(0, end - Reach);
        _times.AsSpan(kept, _count - kept).CopyTo(_times);
        _lines.AsSpan(kept, _count - kept).CopyTo(_lines);
        (_count, _judged) = (_count - kept, Math.Max(1, end - kept));
        _any = false;
        for (var row = _judged; row < _count; row++)
            _any |= _times[row] < _times[row - 1];
    }
}
