namespace EdgeInfer.Trees.Engines.Sums;

/// <summary>
/// One way of adding up the leaves that a row falls into, output by output, in whatever order of additions is fastest.
/// An instance serves one thread at a time.
/// </summary>
internal abstract class LeafSum
{
    /// <param name="features">One row; NaN and infinities are allowed.</param>
    /// <param name="sums">Receives a sum an output.</param>
    public abstract void Of(ReadOnlySpan<float> features, Span<double> sums);
}
