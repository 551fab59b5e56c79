namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>A layer with weights and a bias for each output.</summary>
/// <param name="Name">Name of its node.</param>
/// <param name="Input">Layer that it reads.</param>
/// <param name="Outputs">Channels out.</param>
/// <param name="Normalized">Trained with batch normalisation, which the export folds into the weights.</param>
/// <param name="Relu">Followed by ReLU.</param>
internal abstract record WeightedLayer(string Name, string Input, int Outputs, bool Normalized, bool Relu) : LayerSpec(Name, Input)
{
    public override string Tensor => Activated(Name, Relu);

    /// <summary>Output first: [out, in / groups, kernel height, kernel width] or [out, in].</summary>
    public abstract long[] WeightShape(LayerShape input);

    public int WeightCount(LayerShape input) => (int)WeightShape(input).Aggregate(1L, (product, size) => product * size);

    public long MultiplyAccumulates(LayerShape input) => (long)WeightCount(input) * OutputShape(input).Positions;
}
