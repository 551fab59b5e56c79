namespace EdgeInfer.Core.Preprocessing;

/// <summary>Turns a raw window into a model's input, identically on host and device, without allocation.</summary>
public interface IPreprocessor
{
    int OutputLength { get; }

    /// <param name="window">Channel-major values, [channel][time].</param>
    /// <param name="output">Receives <see cref="OutputLength"/> values.</param>
    void Apply(ReadOnlySpan<float> window, Span<float> output);
}
