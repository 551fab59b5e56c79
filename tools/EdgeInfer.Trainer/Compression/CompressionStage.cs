using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A network between two steps.</summary>
/// <param name="Name">Bundle or file, for errors.</param>
/// <param name="Model">Content of an ONNX file.</param>
/// <param name="Format">fp32, fp16 or int8.</param>
/// <param name="Steps">What was done so far, in order, with parameters.</param>
/// <param name="Traits">What of it another network of the same format would not share: pruned, distilled.</param>
internal sealed record CompressionStage(
    string Name, byte[] Model, ModelFormat Format, IReadOnlyList<string> Steps, IReadOnlyList<string> Traits)
{
    private const int LayerInputs = 64;

    /// <summary>The same network before its numbers changed their format.</summary>
    public byte[] FloatModel { get; private init; } = Model;

    /// <summary>The steps as one text; <c>none</c> for the original.</summary>
    public string Description => Steps.Count == 0 ? "none" : string.Join(',', Steps);

    /// <summary>How far each tensor is from that of the network in fp32, over some of the inputs.</summary>
    public IReadOnlyList<TensorError> ErrorsByLayer(IReadOnlyList<float[]> inputs) => LayerErrors.Compare(
        NetworkFile.Parse(FloatModel, Name),
        NetworkFile.Parse(Model, Name),
        [.. PreprocessedWindows.Spread(inputs.Count, LayerInputs).Select(i => inputs[i])]);

    public static CompressionStage Original(string name, byte[] model) => new(name, model, ModelFormat.Fp32, [], []);

    /// <summary>Another network in fp32.</summary>
    public CompressionStage After(string step, string trait, byte[] model) => this with
    {
        Model = model, FloatModel = model, Steps = [.. Steps, step], Traits = [.. Traits, trait],
    };

    /// <summary>The same network in another number format.</summary>
    public CompressionStage In(ModelFormat format, string step, byte[] model) => this with
    {
        Model = model, Format = format, Steps = [.. Steps, step],
    };
}
