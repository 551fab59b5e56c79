using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Devices;

/// <summary>What one thread of the device serves.</summary>
/// <param name="Shape">Windows of every source.</param>
/// <param name="Lanes">Models that answer; of this stream alone, because a lane serves one thread.</param>
/// <param name="WindowsPerSecond">At which they come.</param>
/// <param name="Sources">One sensor, or recordings in its place: one after the other, and again at every run.</param>
internal sealed record StreamPlan(
    WindowShape Shape, IReadOnlyList<ModelLane> Lanes, double WindowsPerSecond, IEnumerable<ISource> Sources)
{
    /// <summary>What figures on these sources must be read with, whichever model gives them.</summary>
    public FigureMarks Marks { get; init; }

    /// <summary>The sources' streams, each once; empty where they are not known beforehand.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];
}
