using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>
/// The dense autoencoder of MLPerf Tiny's anomaly detection (Banbury et al., 2021): four layers of 128 around a
/// bottleneck of 8, about 266k parameters for 640 values.
/// </summary>
internal static class DenseAutoencoder
{
    public const string Bottleneck = "bottleneck";
    private const string Encoder = "encoder";

    public static LayerGraph Create(NetworkInput input, AutoencoderShape shape)
    {
        var chain = new LayerChain(input);
        chain.Add(new FlattenLayer("values", chain.Last));
        AddSide(chain, Encoder, shape);
        chain.Add(new DenseLayer(Bottleneck, chain.Last, shape.Bottleneck, Normalized: true, Relu: true));
        AddSide(chain, "decoder", shape);
        return chain.Reconstruct();
    }

    /// <summary>Name of a layer of the encoder.</summary>
    /// <param name="layer">From 1.</param>
    public static string EncoderLayer(int layer) => $"{Encoder}{layer}";

    private static void AddSide(LayerChain chain, string side, AutoencoderShape shape)
    {
        for (var layer = 1; layer <= shape.LayersASide; layer++)
            chain.Add(new DenseLayer($"{side}{layer}", chain.Last, shape.Width, Normalized: true, Relu: true));
    }
}
