using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>Every parameter and running statistic of a network at one moment, in the order of its state.</summary>
internal sealed record WeightSnapshot(IReadOnlyList<byte[]> Tensors)
{
    public static WeightSnapshot Of(GraphModule network) =>
        new([.. network.state_dict().Values.Select(value => value.cpu().bytes.ToArray())]);

    /// <exception cref="ArgumentException">The snapshot is not of a network of this specification.</exception>
    public void Restore(GraphModule network)
    {
        using var withoutGradient = no_grad();
        using var scope = NewDisposeScope();
        var state = network.state_dict();
        if (state.Count != Tensors.Count)
            throw new ArgumentException($"{Tensors.Count} tensors for a network of {state.Count}");
        foreach (var (value, bytes) in state.Values.Zip(Tensors))
        {
            if (bytes.Length != value.numel() * value.element_size())
                throw new ArgumentException($"{bytes.Length} bytes for a tensor of {value.numel()} values");
            var staged = empty(value.shape, value.dtype);
            staged.bytes = bytes;
            value.copy_(staged);
        }
    }
}
