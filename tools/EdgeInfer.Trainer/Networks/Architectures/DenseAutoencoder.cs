using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>
/// The dense autoencoder of MLPerf Tiny's anomaly detection (Banbury et al., 2021): four layers of 128 around a
/// bottleneck of 8, about 266k parameters for 640 values.
/// </summary>
internal static class DenseAutoencoder
{
    private const int Width = 128;
    private const int Bottleneck = 8;
    private const int LayersASide = 4;

    public static NetworkSpec Create(NetworkInput input, ArchitectureScale scale)
    {
        var chain = new LayerChain(input);
        chain.Add(new FlattenLayer("values", chain.Last));
        AddSide(chain, "encoder", scale);
        chain.Add(new DenseLayer("bottleneck", chain.Last, scale.Channels(Bottleneck), Normalized: true, Relu: true));
        AddSide(chain, "decoder", scale);
        return chain.Reconstruct();
    }

    private static void AddSide(LayerChain chain, string side, ArchitectureScale scale)
    {
        for (var layer = 1; layer <= scale.Blocks(LayersASide); layer++)
            chain.Add(new DenseLayer($"{side}{layer}", chain.Last, scale.Channels(Width), Normalized: true, Relu: true));
    }
}
