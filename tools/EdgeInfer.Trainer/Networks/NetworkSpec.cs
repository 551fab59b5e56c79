namespace EdgeInfer.Trainer.Networks;

/// <summary>
/// A network for windows: convolutions, an average over time, one dense layer to the classes. The one description that
/// training, export and quantisation follow.
/// </summary>
/// <param name="Channels">Channels of a window.</param>
/// <param name="Length">Samples per channel.</param>
/// <param name="Convolutions">Layers in order.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record NetworkSpec(
    int Channels, int Length, IReadOnlyList<ConvolutionSpec> Convolutions, int Classes)
{
    public int EmbeddingLength => Convolutions[^1].Outputs;

    /// <summary>Weights and biases after batch normalisation is folded into the convolutions.</summary>
    public int ParameterCount =>
        Convolutions.Sum(c => c.WeightCount + c.Outputs) + Classes * (EmbeddingLength + 1);

    /// <summary>Multiply-accumulate operations a window.</summary>
    public long MultiplyAccumulateCount
    {
        get
        {
            var (length, total) = (Length, 0L);
            foreach (var convolution in Convolutions)
            {
                length = convolution.OutputLength(length);
                total += (long)convolution.WeightCount * length;
            }

            return total + (long)Classes * EmbeddingLength;
        }
    }
}
