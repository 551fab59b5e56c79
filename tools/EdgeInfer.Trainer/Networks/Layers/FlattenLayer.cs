namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>All values as one vector, channel-major.</summary>
internal sealed record FlattenLayer(string Name, string Input) : LayerSpec(Name, Input)
{
    public override LayerShape OutputShape(LayerShape input) => new(input.ValueCount, 1, 1);
}
