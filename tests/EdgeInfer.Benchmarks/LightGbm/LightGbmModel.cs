using System.Runtime.InteropServices;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>LightGBM's own predictor on an ensemble's trees: its single-row-fast call, one thread.</summary>
internal sealed unsafe class LightGbmModel : IDisposable
{
    private readonly nint _booster;
    private readonly nint _fast;

    public LightGbmModel(TreeEnsemble ensemble, PredictType predict)
    {
        OutputLength = ensemble.OutputCount * (predict == PredictType.Contributions ? ensemble.FeatureCount + 1 : 1);
        Check(LightGbmNative.Load(LightGbmText.Write(ensemble), out _, out _booster));
        Check(LightGbmNative.PrepareSingleRow(
            _booster, (int)predict, 0, -1, LightGbmNative.Float32, ensemble.FeatureCount, "num_threads=1 verbosity=-1", out _fast));
    }

    /// <summary>Values that a call writes.</summary>
    public int OutputLength { get; }

    /// <param name="features">One row.</param>
    /// <param name="output">Receives <see cref="OutputLength"/> values.</param>
    public void Predict(ReadOnlySpan<float> features, Span<double> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, OutputLength);
        fixed (float* row = features)
        fixed (double* result = output)
            Check(LightGbmNative.PredictSingleRow(_fast, row, out _, result));
    }

    public void Dispose()
    {
        Check(LightGbmNative.FreeFast(_fast));
        Check(LightGbmNative.FreeBooster(_booster));
    }

    private static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(LightGbmNative.LastError()));
    }
}
