using EdgeInfer.Measurement.Latency;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Compression;

/// <summary>What every chain gained and lost, the original first.</summary>
internal static class CompressionTable
{
    /// <param name="tried">The original first.</param>
    /// <param name="predictions">One of each network a call.</param>
    /// <param name="seed">Seed of the order in which they are timed.</param>
    /// <param name="tested">What each is worth on test windows; null where a file alone is compressed.</param>
    public static IReadOnlyList<CompressionRow> Measure(
        IReadOnlyList<CompressionStage> tried, IReadOnlyList<Action> predictions, int seed, IReadOnlyList<TestedModel>? tested = null)
    {
        var latency = InterleavedBlocks.Run(predictions, seed);
        return ParetoFront.Mark([.. tried.Select((network, i) => new CompressionRow(
            network.Description,
            network.Format,
            tested?[i].Accuracy,
            tested?[i].Events?.RocAuc,
            i == 0 ? null : tested?[i].Minus(tested[0]),
            network.Model.Length,
            LayerTable.Read(NetworkFile.Parse(network.Model, network.Name)).Sum(layer => layer.MultiplyAccumulates),
            latency[i]))]);
    }
}
