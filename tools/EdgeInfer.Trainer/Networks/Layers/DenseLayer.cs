namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>A dense layer over a vector.</summary>
internal sealed record DenseLayer(string Name, string Input, int Outputs, bool Normalized = false, bool Relu = false)
    : WeightedLayer(Name, Input, Outputs, Normalized, Relu)
{
    public override LayerShape OutputShape(LayerShape input) => input.Positions == 1
        ? new LayerShape(Outputs, 1, 1)
        : throw new ArgumentException($"layer {Name}: a dense layer reads a vector, not {input}");

    public override long[] WeightShape(LayerShape input) => [Outputs, input.Channels];
}
