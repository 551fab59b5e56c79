using System.Runtime.InteropServices;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.LightGbm;

/// <summary>LightGBM's own predictor on an ensemble's trees: its single-row-fast call and that for many rows, one thread.</summary>
internal sealed unsafe class LightGbmModel : IDisposable
{
    private const string Parameters = "num_threads=1 verbosity=-1";

    private readonly nint _booster;
    private readonly nint _fast;
    private readonly PredictType _predict;
    private readonly int _columns;

    public LightGbmModel(TreeEnsemble ensemble, PredictType predict)
    {
        (_predict, _columns) = (predict, ensemble.FeatureCount);
        OutputLength = ensemble.OutputCount * (predict == PredictType.Contributions ? ensemble.FeatureCount + 1 : 1);
        Check(LightGbmNative.Load(LightGbmText.Write(ensemble), out _, out _booster));
        Check(LightGbmNative.PrepareSingleRow(
            _booster, (int)predict, 0, -1, LightGbmNative.Float32, ensemble.FeatureCount, Parameters, out _fast));
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

    /// <param name="rows">One row after another.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="output">Receives <see cref="OutputLength"/> values a row.</param>
    public void PredictBatch(ReadOnlySpan<float> rows, int count, Span<double> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, count * _columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, count * OutputLength);
        fixed (float* row = rows)
        fixed (double* result = output)
            Check(LightGbmNative.PredictRows(
                _booster, row, LightGbmNative.Float32, count, _columns, 1, (int)_predict, 0, -1, Parameters, out _, result));
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
