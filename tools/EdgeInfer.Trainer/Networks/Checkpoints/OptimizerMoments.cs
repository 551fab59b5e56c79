using TorchSharp.Modules;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>The optimiser's moments and step, as it writes them itself.</summary>
internal static class OptimizerMoments
{
    public static byte[] Of(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            optimizer.save_state_dict(writer);
        return stream.ToArray();
    }

    public static void Restore(OptimizerHelper optimizer, byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        optimizer.load_state_dict(reader);
    }
}
