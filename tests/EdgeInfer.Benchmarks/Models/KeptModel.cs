using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>Trees, and the ML.NET model that they were taken from.</summary>
/// <param name="Ensemble">Rows of its leaves counted.</param>
/// <param name="MlNetFiles">A saved ML.NET model an output; empty where there is none.</param>
internal sealed record KeptModel(TreeEnsemble Ensemble, IReadOnlyList<FileInfo> MlNetFiles);
