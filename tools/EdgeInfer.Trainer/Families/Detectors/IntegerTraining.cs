using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>Trains a detector and quantises it on what it was trained on: the held-out scores of int8 are not those of fp32.</summary>
internal sealed class IntegerTraining(IAnomalyTraining training, CalibrationMethod method) : IAnomalyTraining
{
    public string Family => $"{training.Family}-int8";

    public bool IsQuick => training.IsQuick;

    public AnomalyDetector Train(float[][] rows, ReportProgress progress)
    {
        var detector = training.Train(rows, progress);
        float[][] inputs = [.. PreprocessedWindows.Spread(rows.Length, CalibrationSet.Windows).Select(i => rows[i])];
        return detector with { Onnx = IntegerModel.Quantize(detector.Onnx, Family, inputs, method) };
    }
}
