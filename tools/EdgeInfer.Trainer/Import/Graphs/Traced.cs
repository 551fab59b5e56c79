using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>What is known of a tensor without running the graph.</summary>
internal abstract record Traced
{
    private Traced()
    {
    }

    /// <summary>The input's features, in their order.</summary>
    public sealed record Features : Traced;

    public sealed record Constant(TensorProto Tensor) : Traced;

    public sealed record Scores(ScoreTable Table) : Traced;

    /// <summary>The predicted class, as label or as index.</summary>
    public sealed record Label : Traced;
}
