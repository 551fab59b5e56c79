using System.Globalization;
using System.Runtime.Intrinsics;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>Ours, many rows at a time: in vectors of the processor's width, whatever the kernel for a row.</summary>
internal sealed class BatchScorer(TreeModel model, int rows) : ITreeScorer
{
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"Batch{Width()}");

    public int Rows => rows;

    public void Score(float[] rows, float[] raw) => model.ScoreBatch(rows, raw);

    public void Dispose() => model.Dispose();

    private static int Width() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
