using System.Runtime.Intrinsics;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Batches;

/// <summary>Adds up the leaves of many rows at once. An instance serves one thread at a time.</summary>
internal abstract class BatchSum
{
    /// <summary>Rows of a call, at most.</summary>
    public const int Rows = 64;

    /// <param name="rows">At most <see cref="Rows"/> rows, one after another.</param>
    /// <param name="featureCount">Length of a row.</param>
    /// <param name="sums">Receives <see cref="Rows"/> sums an output, output after output.</param>
    public abstract void Of(ReadOnlySpan<float> rows, int featureCount, Span<double> sums);

    /// <summary>In the widest vectors that this processor computes in hardware; null where a tree has too many leaves.</summary>
    public static BatchSum? TryOf(TreeEnsemble ensemble, ThresholdTable table)
    {
        if (BatchProgram.TryOf(ensemble, table) is not { } program)
            return null;
        if (Vector512.IsHardwareAccelerated)
            return new VerticalSum<Bytes512>(program, table);
        return Vector256.IsHardwareAccelerated
            ? new VerticalSum<Bytes256>(program, table)
            : new VerticalSum<Bytes128>(program, table);
    }
}
