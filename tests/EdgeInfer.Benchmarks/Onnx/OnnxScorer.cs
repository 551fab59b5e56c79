using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Tests.Support.Ensembles;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Onnx;

/// <summary>ONNX Runtime on the calling thread, input and output bound once; the graph ends at the raw scores.</summary>
internal sealed class OnnxScorer : ITreeScorer
{
    private readonly OnnxModel _model;

    private OnnxScorer(string name, byte[] graph, int rows)
    {
        (Name, Rows) = (name, rows);
        _model = OnnxModel.Load(FixedRows.Of(graph, rows), name, TreeGraph.RawScores);
    }

    public string Name { get; }

    public int Rows { get; }

    /// <summary>By the operator TreeEnsembleRegressor, in double.</summary>
    public static OnnxScorer Version3(TreeEnsemble ensemble, int rows) =>
        new("ort-v3", TreeGraph.Write(ensemble with { Link = new EnsembleLink.Identity() }), rows);

    /// <summary>By the operator TreeEnsemble, in double.</summary>
    public static OnnxScorer Version5(TreeEnsemble ensemble, int rows) => new("ort-v5", TreeGraph5.Write(ensemble), rows);

    public void Score(float[] rows, float[] raw) => _model.Predict(rows, raw);

    public void Dispose() => _model.Dispose();
}
