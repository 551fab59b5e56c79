using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Layers;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>Networks of random weights in int8, the same for the same seed; no training needed.</summary>
internal static class SeededNetwork
{
    private const int Classes = 10;
    private const int CalibrationInputs = 16;

    public static byte[] Integers(string architecture, NetworkInput input, int seed)
    {
        var random = new Random(seed);
        var spec = Architecture.Create(architecture, input, Classes, ArchitectureScale.One);
        var network = new TrainedWeights(
            spec, spec.Weighted.ToDictionary(layer => layer.Name, layer => Layer(layer, spec.InputShapeOf(layer), random)));
        return IntegerModel.Quantize(
            FloatGraph.Write(network), architecture, Inputs(CalibrationInputs, input.ValueCount, seed), CalibrationMethod.MinMax);
    }

    /// <summary>Values between -2 and 2.</summary>
    public static float[][] Inputs(int count, int values, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Uniform(random, values, 2))];
    }

    /// <summary>Bounds that keep the size of values from layer to layer (He et al. 2015).</summary>
    private static LayerWeights Layer(WeightedLayer layer, LayerShape input, Random random)
    {
        var count = layer.WeightCount(input);
        return new(Uniform(random, count, Math.Sqrt(6.0 * layer.Outputs / count)), Uniform(random, layer.Outputs, 0.1));
    }

    private static float[] Uniform(Random random, int count, double bound) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(bound * (2 * random.NextDouble() - 1)))];
}
