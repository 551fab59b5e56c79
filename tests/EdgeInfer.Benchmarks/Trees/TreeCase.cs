using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>An ensemble and what it is measured on.</summary>
/// <param name="Name">Trees x leaves, or the bundle.</param>
/// <param name="Ensemble">The same trees for every engine.</param>
/// <param name="MlNetFiles">ML.NET's own model of these trees, a file an output; empty where there is none.</param>
/// <param name="Rows">As many as <see cref="RowCount"/>.</param>
internal sealed record TreeCase(string Name, TreeEnsemble Ensemble, IReadOnlyList<FileInfo> MlNetFiles, float[][] Rows)
{
    /// <summary>Two batches.</summary>
    public const int RowCount = 2 * BatchRows;

    public const int BatchRows = 1_000;
}
