namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>A convolution with batch normalisation; padding keeps it centred (kernel / 2 on both sides).</summary>
/// <param name="Name">Name of its node.</param>
/// <param name="Input">Layer that it reads.</param>
/// <param name="Outputs">Channels out; as many as in where depthwise.</param>
/// <param name="Kernel">Rows and columns under the kernel, odd; windows have one row.</param>
/// <param name="Stride">Steps in rows and columns.</param>
/// <param name="Depthwise">One kernel a channel instead of one a pair of channels.</param>
/// <param name="Relu">Followed by ReLU.</param>
internal sealed record ConvolutionLayer(
    string Name,
    string Input,
    int Outputs,
    (int Height, int Width) Kernel,
    (int Height, int Width) Stride,
    bool Depthwise,
    bool Relu = true)
    : WeightedLayer(Name, Input, Outputs, Normalized: true, Relu)
{
    public (int Height, int Width) Padding => (Kernel.Height / 2, Kernel.Width / 2);

    public int Groups => Depthwise ? Outputs : 1;

    public override LayerShape OutputShape(LayerShape input)
    {
        if (Depthwise && Outputs != input.Channels)
            throw new ArgumentException($"layer {Name}: {Outputs} outputs of a depthwise convolution over {input.Channels} channels");
        if (Kernel.Height % 2 == 0 || Kernel.Width % 2 == 0)
            throw new ArgumentException($"layer {Name}: kernel {Kernel} is even");
        return new LayerShape(
            Outputs, (input.Height - 1) / Stride.Height + 1, (input.Width - 1) / Stride.Width + 1);
    }

    public override long[] WeightShape(LayerShape input) => [Outputs, input.Channels / Groups, Kernel.Height, Kernel.Width];
}
