using System.Globalization;
using System.Runtime.Intrinsics;
using EdgeInfer.Benchmarks.LightGbm;
using EdgeInfer.Benchmarks.MlNet;
using EdgeInfer.Benchmarks.Onnx;
using EdgeInfer.Benchmarks.Xgboost;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>Ours and all peers that are there, for one case and mode; all are loaded before any is asked.</summary>
internal sealed class Scorers : IDisposable
{
    private Scorers(string mode, IReadOnlyList<ITreeScorer> ours, IReadOnlyList<ITreeScorer> peers) =>
        (Mode, Ours, Peers) = (mode, ours, peers);

    public string Mode { get; }

    public IReadOnlyList<ITreeScorer> Ours { get; }

    public IReadOnlyList<ITreeScorer> Peers { get; }

    public IEnumerable<ITreeScorer> All => Ours.Concat(Peers);

    /// <summary>A row a call: each kernel that this processor has, and the one chosen at load.</summary>
    public static Scorers Single(TreeCase measured)
    {
        var ensemble = measured.Ensemble;
        var chosen = new TreeModel(ensemble);
        return new(
            "single",
            [
                .. TreeModel.KernelsFor(ensemble).Select(kernel => new RowScorer(kernel.ToString(), new TreeModel(ensemble, kernel))),
                new RowScorer($"chosen:{chosen.Kernel}", chosen),
            ],
            [
                .. Onnx(measured, 1),
                .. measured.MlNetFiles.Count > 0
                    ? [new MlNetScorer(measured.MlNetFiles, ensemble.FeatureCount)]
                    : Array.Empty<ITreeScorer>(),
                .. LightGbmNative.IsInstalled ? [new LightGbmScorer(ensemble)] : Array.Empty<ITreeScorer>(),
                .. Xgboost(measured, 1),
            ]);
    }

    /// <summary>1,000 rows a call, of those that have such a call.</summary>
    public static Scorers Batch(TreeCase measured) => new(
        "batch",
        [
            // A kernel of one's own choice is given the batch wherever there is one; the choice may find its rows faster one by one.
            new BatchScorer(
                string.Create(CultureInfo.InvariantCulture, $"Batch{BatchWidth}"),
                new TreeModel(measured.Ensemble, TreeKernel.Walk),
                TreeCase.BatchRows),
            new BatchScorer("chosen", new TreeModel(measured.Ensemble), TreeCase.BatchRows),
        ],
        [
            .. Onnx(measured, TreeCase.BatchRows),
            .. LightGbmNative.IsInstalled ? [new LightGbmBatchScorer(measured.Ensemble, TreeCase.BatchRows)] : Array.Empty<ITreeScorer>(),
            .. Xgboost(measured, TreeCase.BatchRows),
        ]);

    private static int BatchWidth => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    public void Dispose()
    {
        foreach (var scorer in All)
            scorer.Dispose();
    }

    private static ITreeScorer[] Onnx(TreeCase measured, int rows) =>
        [OnnxScorer.Version3(measured.Ensemble, rows), OnnxScorer.Version5(measured.Ensemble, rows)];

    private static ITreeScorer[] Xgboost(TreeCase measured, int rows) =>
        XgboostNative.IsInstalled ? [new XgboostScorer(measured.Ensemble, rows)] : [];
}
