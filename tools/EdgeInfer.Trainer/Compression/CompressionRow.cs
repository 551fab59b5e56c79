using System.Text.Json.Serialization;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;
using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A row of the table of what was tried.</summary>
/// <param name="Steps">Steps taken; <c>none</c> for the original.</param>
/// <param name="Format">fp32, fp16 or int8.</param>
/// <param name="Accuracy">Mean over test groups; null where a file alone is compressed, or a detector.</param>
/// <param name="RocAuc">Of a detector's windows, mean over test groups; null for other networks.</param>
/// <param name="Difference">
/// Accuracy, or of a detector ROC-AUC, minus the original's, paired over test groups; null where there is none.
/// </param>
/// <param name="ModelBytes">Size of the model file.</param>
/// <param name="MultiplyAccumulates">Of one window, in whatever numbers they are computed.</param>
/// <param name="Latency">Time over the original's.</param>
/// <param name="Gate">Whether it may be exported; null where its format is not, and where a file alone is compressed.</param>
/// <param name="Exported">True for the one that was: the smallest of those that may.</param>
/// <param name="ParetoOptimal">
/// True where nothing tried is at least as good in accuracy or ROC-AUC, bytes and time, and better in one.
/// </param>
internal sealed record CompressionRow(
    string Steps,
    ModelFormat Format,
    GroupEstimate? Accuracy,
    GroupEstimate? RocAuc,
    PairedDifference? Difference,
    long ModelBytes,
    long MultiplyAccumulates,
    LatencyRatio Latency,
    GateVerdict? Gate = null,
    bool Exported = false,
    bool ParetoOptimal = false)
{
    /// <summary>What it is judged by; null where a file alone is compressed.</summary>
    [JsonIgnore]
    public GroupEstimate? Figure => Accuracy ?? RocAuc;
}
