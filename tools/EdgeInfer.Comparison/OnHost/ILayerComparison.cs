using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.OnHost;

/// <summary>Compares two networks tensor by tensor, which takes tools that this project does not know.</summary>
public interface ILayerComparison
{
    /// <param name="first">Bundle of a network, the reference.</param>
    /// <param name="second">Bundle of another network of the same task.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>Tensors that both have, the worst first; empty where they share none.</returns>
    Task<IReadOnlyList<LayerDifference>> CompareAsync(string first, string second, CancellationToken stop);
}
