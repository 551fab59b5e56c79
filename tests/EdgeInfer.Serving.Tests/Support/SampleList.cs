using EdgeInfer.Core.Sources;

namespace EdgeInfer.Serving.Tests.Support;

/// <summary>A stream of given values of x at the task's rate, without allocation.</summary>
internal sealed class SampleList(string stream, Func<int, float> x, int count, Func<long> due) : ISource
{
    private const long PeriodNanoseconds = 100_000_000;

    private int _next;

    /// <summary>Nothing comes before this sample for as long, ns.</summary>
    public (int Sample, long Nanoseconds) Pause { get; init; } = (int.MaxValue, 0);

    /// <summary>Decoding of each sample, once it was due; null for none.</summary>
    public Func<double>? Decode { get; init; }

    public string Stream => stream;

    public double? SampleRateHz { get; init; }

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_next == count || stop.IsCancellationRequested)
            return false;
        (values[0], values[1]) = (x(_next), 0);
        var late = _next < Pause.Sample ? 0 : Pause.Nanoseconds;
        header = new SampleHeader(_next * PeriodNanoseconds + late, due(), x(_next) > 0.5f ? 1 : 0, 0) { DecodeUs = Decode?.Invoke() };
        _next++;
        return true;
    }
}
