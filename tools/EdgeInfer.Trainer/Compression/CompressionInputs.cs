using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>What steps may draw on.</summary>
/// <param name="Calibration">Preprocessed inputs.</param>
/// <param name="Method">How ranges are taken from them.</param>
/// <param name="Data">Windows with labels; null where a file alone is compressed.</param>
internal sealed record CompressionInputs(IReadOnlyList<float[]> Calibration, CalibrationMethod Method, TaskData? Data);
