using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tables;

/// <summary>The rows of one recording: samples of its channels, or whole images.</summary>
internal sealed class RecordedSamples(SampleTable table, Recording recording, double rateHz, int rowLength)
{
    private readonly int _first = recording.Rows?.Start.Value ?? 0;

    public int Count { get; } = recording.Rows is { } rows ? rows.End.Value - rows.Start.Value : table.Count;

    /// <summary>Rate at which they were taken, Hz; counted anew on each call.</summary>
    public double SampleRateHz => table.Times is { } times ? RateOfTimes.Of(times.AsSpan(_first, Count)) ?? rateHz : rateHz;

    public ReadOnlySpan<float> Values(int row) => table.Values.AsSpan((_first + row) * rowLength, rowLength);

    /// <summary>Recorded time, or row / rate where the file has no timestamps, ns.</summary>
    public long TimeNanoseconds(int row) => table.Times is { } times
        ? times[_first + row]
        : UniformGrid.OffsetNanoseconds(row, rateHz);

    public SampleHeader Header(int row, long dueTimestamp) => new(
        TimeNanoseconds(row),
        dueTimestamp,
        table.Labels is { } labels ? labels[_first + row] : recording.Label,
        table.Targets is { } targets ? targets[_first + row] : recording.Target);
}
