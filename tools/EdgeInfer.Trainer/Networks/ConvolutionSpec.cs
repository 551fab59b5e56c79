namespace EdgeInfer.Trainer.Networks;

/// <summary>A convolution over time with batch normalisation and ReLU; padding keeps time centred (kernel / 2 on both sides).</summary>
/// <param name="Name">Name of the layer in graphs and reports.</param>
/// <param name="Inputs">Channels in.</param>
/// <param name="Outputs">Channels out; equal to <paramref name="Inputs"/> where depthwise.</param>
/// <param name="Kernel">Samples under the kernel, odd.</param>
/// <param name="Stride">Step in samples.</param>
/// <param name="Depthwise">One kernel a channel instead of one a pair of channels.</param>
internal sealed record ConvolutionSpec(string Name, int Inputs, int Outputs, int Kernel, int Stride, bool Depthwise)
{
    public int Groups => Depthwise ? Inputs : 1;

    public int Padding => Kernel / 2;

    public int OutputLength(int inputLength) => (inputLength + 2 * Padding - Kernel) / Stride + 1;

    public int WeightCount => Outputs * (Inputs / Groups) * Kernel;
}
