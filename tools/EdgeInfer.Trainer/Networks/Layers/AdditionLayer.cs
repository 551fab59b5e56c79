namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>The sum of two layers of one shape: the end of a residual block.</summary>
internal sealed record AdditionLayer(string Name, string Input, string Other, bool Relu = true) : LayerSpec(Name, Input)
{
    public override IReadOnlyList<string> Inputs => [Input, Other];

    public override string Tensor => Activated(Name, Relu);

    public override LayerShape OutputShape(LayerShape input) => input;
}
