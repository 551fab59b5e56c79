using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Windows;

/// <summary>Drives an assembler with one or two channels at 100 Hz and collects what it returns.</summary>
internal sealed class AssemblerBench
{
    public const long Millisecond = 1_000_000;

    private readonly float[] _window;

    public AssemblerBench(int length, int? hop = null, double maxGapSeconds = 0.1, int channels = 1, double rateHz = 100,
        ResamplingRule resampling = ResamplingRule.Linear)
    {
        Shape = new WindowShape(
            [.. Enumerable.Range(0, channels).Select(i => new Channel($"c{i}", "g"))],
            rateHz, length, hop ?? length, maxGapSeconds)
        {
            Resampling = resampling,
        };
        Assembler = new WindowAssembler(Shape);
        _window = new float[Shape.ValueCount];
    }

    public WindowShape Shape { get; }

    public WindowAssembler Assembler { get; }

    public List<(WindowHeader Header, float[] Values)> Windows { get; } = [];

    public void Push(long timeNanoseconds, float[] values, int label = 0, double target = 0, long due = 0)
    {
        Assembler.Push(new SampleHeader(timeNanoseconds, due, label, target), values);
        TakeAll();
    }

    public void Complete()
    {
        Assembler.Complete();
        TakeAll();
    }

    public void PushMilliseconds(double milliseconds, float value, int label = 0, double target = 0, long due = 0) =>
        Push((long)(milliseconds * Millisecond), [value], label, target, due);

    private void TakeAll()
    {
        while (Assembler.TryTake(_window, out var header))
            Windows.Add((header, [.. _window]));
    }
}
