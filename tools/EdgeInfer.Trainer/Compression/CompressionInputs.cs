using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>What steps may draw on.</summary>
/// <param name="Calibration">Preprocessed inputs.</param>
/// <param name="Method">How ranges are taken from them.</param>
internal sealed record CompressionInputs(IReadOnlyList<float[]> Calibration, CalibrationMethod Method)
{
    /// <summary>Trains; null where a file alone is compressed.</summary>
    public Relearning? Relearning { get; init; }

    /// <summary>What it learns from beside the labels; null where a file alone is compressed.</summary>
    public Teacher? Teacher { get; init; }

    /// <summary>What a manifest says of a network that became int8 by them.</summary>
    public ManifestCompression ForManifest(CompressionStage stage) => new(
        string.Join(',', [.. stage.Steps.SkipLast(1), IntegerStep.Method]), Method.Name(), Calibration.Count);

    /// <exception cref="InvalidInputException">A file alone is compressed.</exception>
    public Relearning RequireRelearning(string place, string step) => Relearning
        ?? throw new InvalidInputException(
            place, $"step '{step}' trains the network again, which needs a bundle and its recordings, not a file");
}
