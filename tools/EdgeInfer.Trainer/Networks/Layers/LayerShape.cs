namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>Geometry of a tensor between two layers, without the batch; a vector is one by one.</summary>
internal readonly record struct LayerShape(int Channels, int Height, int Width)
{
    public int Positions => Height * Width;

    public int ValueCount => Channels * Positions;
}
