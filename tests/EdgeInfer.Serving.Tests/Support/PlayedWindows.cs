using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Serving.Tests.Support;

/// <summary>Windows, channel after channel, given out sample by sample at their rate; frames whole.</summary>
internal sealed class PlayedWindows(WindowShape shape, IReadOnlyList<float[]> windows) : ISource
{
    private int _next;

    public string Stream => "played";

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        var samples = shape.Frame is null ? shape.Length : 1;
        header = new SampleHeader(UniformGrid.OffsetNanoseconds(_next, shape.RateHz), 0, LabelIndex.Unlabelled, 0);
        if (_next == windows.Count * samples)
            return false;
        var (window, at) = (windows[_next / samples], _next % samples);
        for (var i = 0; i < values.Length; i++)
            values[i] = shape.Frame is null ? window[i * shape.Length + at] : window[i];
        _next++;
        return true;
    }
}
