namespace EdgeInfer.Trainer.Networks;

/// <summary>A trained network as it is exported, batch normalisation folded in.</summary>
/// <param name="Spec">Its layers.</param>
/// <param name="Layers">Weights and biases of each layer that has any, by its name.</param>
internal sealed record TrainedWeights(LayerGraph Spec, IReadOnlyDictionary<string, LayerWeights> Layers);
