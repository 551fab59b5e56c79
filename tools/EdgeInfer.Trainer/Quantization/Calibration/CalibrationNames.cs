namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>Methods as manifests and the command line name them.</summary>
internal static class CalibrationNames
{
    public static string Name(this CalibrationMethod method) => method switch
    {
        CalibrationMethod.MinMax => "minmax",
        CalibrationMethod.Percentile => "percentile-99.99",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "no such calibration"),
    };
}
