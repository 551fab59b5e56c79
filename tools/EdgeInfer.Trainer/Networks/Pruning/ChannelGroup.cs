namespace EdgeInfer.Trainer.Networks.Pruning;

/// <summary>Channels that stand or fall together: those of the layers that write them and of every layer between.</summary>
/// <param name="Name">One of the layers; names the group.</param>
/// <param name="Channels">How many.</param>
/// <param name="Layers">Layers with weights whose outputs they are.</param>
internal sealed record ChannelGroup(string Name, int Channels, IReadOnlyList<string> Layers);
