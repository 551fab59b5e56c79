using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks.Layers;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Pruning;

/// <summary>
/// Structured pruning: takes the least important channels out of every group of a trained network. What is left is a
/// narrower network, to be fine-tuned.
/// </summary>
internal static class ChannelPruning
{
    /// <summary>Kernels compute 16 channels at once; multiples of 4 made a network slower.</summary>
    private const int Unit = 16;

    private const int NarrowUnit = 8;

    /// <param name="network">Trained; left as it is.</param>
    /// <param name="share">Share of the channels to take out, above 0 and below 1.</param>
    /// <returns>The narrower network in evaluation mode, with copied weights and statistics.</returns>
    /// <exception cref="InvalidInputException">The share is out of range, or no group is wide enough to lose so few.</exception>
    public static GraphModule Run(GraphModule network, double share)
    {
        if (!(share > 0 && share < 1))
            throw new InvalidInputException("prune", FormattableString.Invariant($"a share of {share} is not above 0 and below 1"));
        var spec = network.Spec;
        var groups = ChannelGroups.Of(spec);
        var kept = groups.Prunable.ToDictionary(group => group.Name, group => Keep(network, group, share));
        if (groups.Prunable.All(group => kept[group.Name].Length == group.Channels))
            throw new InvalidInputException(
                "prune",
                FormattableString.Invariant($"no layer of the network is wide enough to lose a share of {share} and keep a multiple of ")
                + FormattableString.Invariant($"{Unit}, or of {NarrowUnit} below {2 * Unit}"));

        int[] Kept(string layer, int channels) =>
            kept.TryGetValue(groups.NameOf(layer), out var indices) ? indices : [.. Enumerable.Range(0, channels)];

        var narrow = GraphModule.Create(
            new LayerGraph(spec.Input, [.. spec.Layers.Select(layer => layer is WeightedLayer weighted
                ? weighted with { Outputs = Kept(layer.Name, weighted.Outputs).Length }
                : layer)], spec.Goal),
            seed: 0);
        using (var withoutGradient = no_grad())
        {
            foreach (var layer in spec.Weighted)
            {
                int[] inputs = layer is ConvolutionLayer { Depthwise: true } ? [0] : Kept(layer.Input, spec.InputShapeOf(layer).Channels);
                narrow.Module(layer.Name).Narrow(network.Module(layer.Name), Kept(layer.Name, layer.Outputs), inputs);
            }
        }

        narrow.eval();
        return narrow;
    }

    /// <summary>Channels that a layer keeps: the nearest multiple of 16, or of 8 where it has fewer than 32.</summary>
    internal static int KeptCount(int channels, double share)
    {
        var unit = channels >= 2 * Unit ? Unit : NarrowUnit;
        return Math.Min(channels, Math.Max(1, (int)Math.Round(channels * (1 - share) / unit)) * unit);
    }

    private static int[] Keep(GraphModule network, ChannelGroup group, double share)
    {
        var scores = new double[group.Channels];
        foreach (var layer in group.Layers)
        {
            var magnitudes = network.Module(layer).WeightMagnitudes();
            for (var channel = 0; channel < scores.Length; channel++)
                scores[channel] += magnitudes[channel];
        }

        return [.. Enumerable.Range(0, group.Channels)
            .OrderByDescending(channel => scores[channel])
            .ThenBy(channel => channel)
            .Take(KeptCount(group.Channels, share))
            .Order()];
    }
}
