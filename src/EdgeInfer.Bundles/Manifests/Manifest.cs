using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Bundles.Manifests;

/// <summary><c>model.json</c>: everything about a bundle but the model's own bytes.</summary>
public sealed record Manifest
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary><c>&lt;task&gt;-&lt;family&gt;[-&lt;format&gt;]</c>.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }
    public required ManifestTask Task { get; init; }

    public required ModelFamily Family { get; init; }

    public required ModelFormat Format { get; init; }

    public required ModelEngine Engine { get; init; }

    /// <summary>File that <see cref="Engine"/> loads; one of <see cref="Files"/>. The trees of a hybrid.</summary>
    public required string ModelFile { get; init; }

    /// <summary>The network whose output a hybrid's trees read, in ONNX; one of <see cref="Files"/>. Null for other engines.</summary>
    public string? EmbeddingFile { get; init; }

    public required ManifestInput Input { get; init; }
    public required ManifestPreprocessing Preprocessing { get; init; }
    public required DecisionRule Decision { get; init; }
    public required IReadOnlyList<ManifestFile> Files { get; init; }
    public required ManifestTraining Training { get; init; }
    public ManifestCompression? Compression { get; init; }
    public required ManifestParity Parity { get; init; }
    public required IReadOnlyList<ManifestMetric> Metrics { get; init; }

    /// <summary>Lowest version of the runtime that can run the bundle.</summary>
    public required string MinimumRuntime { get; init; }
}

/// <param name="Name">Task, for example <c>har-phone</c>.</param>
/// <param name="Kind">Classification, regression or anomaly.</param>
/// <param name="Labels">Class names in the order of the outputs; empty for regression; normal and anomaly for anomaly.</param>
public sealed record ManifestTask(string Name, TaskKind Kind, IReadOnlyList<string> Labels);

/// <param name="Path">File name inside the bundle, no folder.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Bytes">Size.</param>
public sealed record ManifestFile(string Path, string Sha256, long Bytes);

/// <param name="Method">For example <c>static-int8-qdq</c>.</param>
/// <param name="Calibration">For example <c>minmax</c>.</param>
/// <param name="CalibrationWindows">Windows that the ranges were taken from.</param>
public sealed record ManifestCompression(string Method, string Calibration, int CalibrationWindows);

/// <summary>What the export proved against the trainer's own predictions.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="LabelMismatches">Rows on which the two name different labels.</param>
/// <param name="MaxAbsDiff">Largest absolute difference of the compared quantity.</param>
/// <param name="Quantity">What was compared, for example <c>raw score, ML.NET to compact file</c>.</param>
/// <param name="OriginalContradictions">
/// Rows on which the label of an imported file contradicts its own scores, which were believed instead; null for other models.
/// </param>
public sealed record ManifestParity(
    long Rows, long LabelMismatches, double MaxAbsDiff, string Quantity, long? OriginalContradictions = null);

/// <param name="Name">accuracy, macro_f1, roc_auc, ...</param>
/// <param name="Value">Mean over groups.</param>
/// <param name="Low">Lower end of the 95 % t interval over groups; null below two groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Number of groups.</param>
/// <param name="Windows">Number of windows.</param>
/// <param name="Source">Where the figure stands: for example <c>replay of the test split</c>.</param>
public sealed record ManifestMetric(
    string Name, double Value, double? Low, double? High, int Groups, long Windows, string Source);
