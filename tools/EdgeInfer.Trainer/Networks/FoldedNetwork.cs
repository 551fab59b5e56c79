namespace EdgeInfer.Trainer.Networks;

/// <summary>A trained network as it is exported.</summary>
/// <param name="Spec">Its layers.</param>
/// <param name="Convolutions">Weights [out, in / groups, 1, kernel] and biases, one for each convolution of the specification.</param>
/// <param name="Dense">Weights [classes, embedding] and biases.</param>
internal sealed record FoldedNetwork(NetworkSpec Spec, IReadOnlyList<FoldedLayer> Convolutions, FoldedLayer Dense);

/// <param name="Weights">Row-major, output first.</param>
/// <param name="Bias">One an output.</param>
internal sealed record FoldedLayer(float[] Weights, float[] Bias);
