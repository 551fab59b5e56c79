using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>Ours, a row at a time.</summary>
internal sealed class RowScorer(string name, TreeModel model) : ITreeScorer
{
    public string Name => name;

    public int Rows => 1;

    public void Score(float[] rows, float[] raw) => model.Score(rows, raw);

    public void Dispose() => model.Dispose();
}
