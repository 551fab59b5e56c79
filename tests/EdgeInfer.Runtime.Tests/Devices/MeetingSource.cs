using EdgeInfer.Core.Sources;

namespace EdgeInfer.Runtime.Tests.Devices;

/// <summary>
/// Windows of the tiny task, low and high in turn. Before each one all sources of a meeting wait for each other, which only
/// streams that run at once can do.
/// </summary>
internal sealed class MeetingSource(string stream, int windows, Barrier meeting) : ISource
{
    private const int SamplesAWindow = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private int _next;

    public string Stream => stream;

    /// <summary>Thread that the samples were asked for on.</summary>
    public int Thread { get; private set; }

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_next == windows * SamplesAWindow)
            return false;
        Thread = Environment.CurrentManagedThreadId;
        var label = _next / SamplesAWindow % 2;
        if (_next % SamplesAWindow == 0 && !meeting.SignalAndWait(Patience, stop))
            throw new InvalidOperationException($"{stream} waited alone for window {_next / SamplesAWindow}");
        values.Fill(label);
        header = new SampleHeader(_next * 100_000_000L, TimeProvider.System.GetTimestamp(), label, Target: 0);
        _next++;
        return true;
    }
}
