namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>What LightGBM's native call gives, by the numbers of its C interface.</summary>
internal enum PredictType
{
    /// <summary>A raw score an output.</summary>
    RawScore = 1,

    /// <summary>SHAP values: [outputs x (features + 1)], the last of each row the expected value.</summary>
    Contributions = 3,
}
