using System.Runtime.InteropServices;
using System.Text;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Trees.Ensembles;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Xgboost;

/// <summary>
/// XGBoost's in-place prediction of dense rows, margins, one thread. Its leaves and sums are float, so that its scores are
/// near, not equal.
/// </summary>
internal sealed unsafe class XgboostScorer : ITreeScorer
{
    private static readonly byte[] Configuration = Text(
        """{"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false,"cache_id":0,"missing":NaN}""");

    private readonly nint _booster;
    private readonly float[] _values;
    private readonly byte[] _matrix;

    public XgboostScorer(TreeEnsemble ensemble, int rows)
    {
        Rows = rows;
        _values = GC.AllocateArray<float>(rows * ensemble.FeatureCount, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        _matrix = Text(Invariant(
            $$"""{"data":[{{address}},true],"shape":[{{rows}},{{ensemble.FeatureCount}}],"typestr":"<f4","version":3}"""));
        Check(XgboostNative.Create(null, 0, out _booster));
        Check(XgboostNative.Set(_booster, "nthread", "1"));
        var model = XgboostJson.Write(ensemble);
        fixed (byte* bytes = model)
            Check(XgboostNative.Load(_booster, bytes, (ulong)model.Length));
    }

    public string Name => "xgboost";

    public int Rows { get; }

    public void Score(float[] rows, float[] raw)
    {
        rows.CopyTo(_values, 0);
        float* result;
        fixed (byte* matrix = _matrix, configuration = Configuration)
            Check(XgboostNative.Predict(_booster, matrix, configuration, 0, out _, out _, out result));
        new ReadOnlySpan<float>(result, raw.Length).CopyTo(raw);
    }

    public void Dispose() => Check(XgboostNative.Free(_booster));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(XgboostNative.LastError()));
    }
}
