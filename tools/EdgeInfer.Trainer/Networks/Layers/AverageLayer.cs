namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>The mean of each channel over all positions.</summary>
internal sealed record AverageLayer(string Name, string Input) : LayerSpec(Name, Input)
{
    public override LayerShape OutputShape(LayerShape input) => new(input.Channels, 1, 1);
}
