namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>How the range of an activation is taken from what calibration inputs make of it.</summary>
internal enum CalibrationMethod
{
    /// <summary>Smallest to largest value.</summary>
    MinMax,

    /// <summary>
    /// Without the outermost 0.01 % of values on either side: one shock would otherwise cost all others their resolution.
    /// </summary>
    Percentile,
}
