namespace EdgeInfer.Serving.Explanations.Occlusion;

/// <summary>A part of a raw window that is replaced as a whole.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Runs">Its values.</param>
public sealed record Segment(string Name, IReadOnlyList<SegmentRun> Runs)
{
    /// <summary>Writes what each channel is on average in place of its values.</summary>
    /// <param name="window">Channel-major values.</param>
    /// <param name="means">One a channel, in the channel's unit.</param>
    public void Remove(Span<float> window, IReadOnlyList<float> means)
    {
        foreach (var (channel, start, count) in Runs)
            window.Slice(start, count).Fill(means[channel]);
    }

    public void Restore(Span<float> window, ReadOnlySpan<float> original)
    {
        foreach (var (_, start, count) in Runs)
            original.Slice(start, count).CopyTo(window[start..]);
    }
}
