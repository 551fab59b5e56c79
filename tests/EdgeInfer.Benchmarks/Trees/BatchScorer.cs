using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>Ours, many rows at a time.</summary>
internal sealed class BatchScorer(string name, TreeModel model, int rows) : ITreeScorer
{
    public string Name => name;

    public int Rows => rows;

    public void Score(float[] rows, float[] raw) => model.ScoreBatch(rows, raw);

    public void Dispose() => model.Dispose();
}
