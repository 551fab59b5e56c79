using EdgeInfer.Core.Marks;
using EdgeInfer.Measurement.Latency.Tails;
using EdgeInfer.Telemetry.Messages.Inference;

namespace EdgeInfer.Comparison.Observations;

/// <summary>Running figures of one model, from its messages.</summary>
public sealed class ModelProgress
{
    private long _correct;

    public long Windows { get; private set; }

    public LatencySeries Latency { get; } = new();

    /// <summary>Of every message so far.</summary>
    public FigureMarks Marks { get; private set; }

    public string Last { get; private set; } = "";

    public double Accuracy => Windows == 0 ? 0 : (double)_correct / Windows;

    internal void Add(InferenceMessage message)
    {
        Windows++;
        _correct += message.Label == message.Truth ? 1 : 0;
        Latency.Record(message.LatencyUs);
        Last = message.Label;
        Marks = Marks.With(FigureMarks.OfWords(message.Marks));
    }
}
