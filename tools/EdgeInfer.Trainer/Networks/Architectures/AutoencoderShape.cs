namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>What of a dense autoencoder its multipliers change.</summary>
/// <param name="Width">Values of each layer of encoder and decoder.</param>
/// <param name="Bottleneck">Values between them.</param>
/// <param name="LayersASide">Layers of the encoder; the decoder has as many.</param>
internal sealed record AutoencoderShape(int Width, int Bottleneck, int LayersASide)
{
    public static AutoencoderShape Of(ArchitectureScale scale) => new(scale.Channels(128), scale.Channels(8), scale.Blocks(4));
}
