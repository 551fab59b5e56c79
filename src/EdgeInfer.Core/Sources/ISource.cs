namespace EdgeInfer.Core.Sources;

/// <summary>A stream of samples: a sensor, or a recording played back.</summary>
public interface ISource
{
    /// <summary>Name of the stream, unique on the device; first half of a window's id.</summary>
    string Stream { get; }

    /// <summary>
    /// Rate at which it samples, Hz; null where it says nothing. Windows of a shape that filters need it of a source that is faster.
    /// </summary>
    double? SampleRateHz => null;

    /// <summary>
    /// Waits for the next sample and writes one value a channel into <paramref name="values"/>.
    /// Returns false when the stream has ended or <paramref name="stop"/> was requested.
    /// </summary>
    bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop);
}
