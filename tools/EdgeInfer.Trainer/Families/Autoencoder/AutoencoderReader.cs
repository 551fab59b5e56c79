using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Families.Autoencoder;

/// <summary>Finds the shape of an autoencoder in its detector's file, to train the same on other windows.</summary>
internal static class AutoencoderReader
{
    /// <param name="name">Bundle, for errors.</param>
    /// <param name="model">Content of the file.</param>
    /// <exception cref="InvalidInputException">It is no detector of ours.</exception>
    public static AutoencoderShape Read(string name, ReadOnlyMemory<byte> model)
    {
        var outputs = NetworkFile.Parse(model, name).Model.Graph.Initializer
            .Where(tensor => tensor.Name.EndsWith(FloatGraph.Bias, StringComparison.Ordinal) && tensor.Dims.Count == 1)
            .ToDictionary(tensor => tensor.Name[..^FloatGraph.Bias.Length], tensor => (int)tensor.Dims[0]);
        var layers = Enumerable.Range(1, outputs.Count)
            .TakeWhile(layer => outputs.ContainsKey(DenseAutoencoder.EncoderLayer(layer))).Count();
        return layers > 0 && outputs.TryGetValue(DenseAutoencoder.Bottleneck, out var bottleneck)
            ? new AutoencoderShape(outputs[DenseAutoencoder.EncoderLayer(1)], bottleneck, layers)
            : throw new InvalidInputException(
                name,
                $"has no layers '{DenseAutoencoder.EncoderLayer(1)}' and '{DenseAutoencoder.Bottleneck}', "
                + "so no autoencoder of the same shape can be trained");
    }
}
