namespace EdgeInfer.Trainer.Networks;

/// <param name="Weights">Row-major, output first.</param>
/// <param name="Bias">One an output.</param>
internal sealed record LayerWeights(float[] Weights, float[] Bias);
