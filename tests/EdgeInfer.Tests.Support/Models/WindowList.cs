using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Tests.Support.Models;

/// <summary>
/// A stream written as windows: N and A, normal and anomalous, each before its score; ? is a window of which no label holds half,
/// and | a gap.
/// </summary>
public sealed class WindowList(string stream, string windows) : ISource
{
    private const long PeriodNanoseconds = 100_000_000;
    private const long GapNanoseconds = 60_000_000_000;

    private readonly string[] _windows = [.. windows.Split(' ').Where(window => window != "|")];
    private readonly HashSet<int> _afterGap = [.. windows.Split(' ').Index().Where(word => word.Item == "|")
        .Select((word, gaps) => (word.Index - gaps) * TinyTask.Length)];
    private long _time = -PeriodNanoseconds;
    private int _next;

    public string Stream => stream;

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_next == _windows.Length * TinyTask.Length || stop.IsCancellationRequested)
            return false;
        var window = _windows[_next / TinyTask.Length];
        values.Clear();
        values[0] = window[^1] - '0';
        _time += PeriodNanoseconds + (_afterGap.Contains(_next) ? GapNanoseconds : 0);
        header = new SampleHeader(_time, 0, LabelOf(window[0], _next % TinyTask.Length), 0);
        _next++;
        return true;
    }

    private static int LabelOf(char state, int sample) => state switch
    {
        'N' => 0,
        'A' => 1,
        _ => sample < 4 ? 0 : sample < 7 ? 1 : LabelIndex.Unlabelled,
    };
}
