using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Verdicts;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Onnx;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Compression;

/// <summary>
/// A bundle's network and what every chain made of it, open to be judged on the windows of its task; the original comes first.
/// </summary>
internal sealed class CompressionTrial : IDisposable
{
    private const int LatencyWindows = 64;

    private readonly Bundle _bundle;
    private readonly IPreprocessor _preprocessor;
    private readonly CompressionInputs _inputs;

    /// <exception cref="InvalidInputException">A step refuses the network, or the bundle's own golden cases fail.</exception>
    public CompressionTrial(
        string place, Bundle bundle, IPreprocessor preprocessor, IReadOnlyList<CompressionChain> chains, CompressionInputs inputs)
    {
        (_bundle, _preprocessor, _inputs) = (bundle, preprocessor, inputs);
        var original = CompressionStage.Original(place, bundle.ModelBytes.ToArray());
        ReadyBundle.Of(bundle, place, TimeProvider.System).Dispose();
        CompressionStage[] networks = [original, .. chains.Select(chain => chain.Apply(original, inputs))];
        Networks = networks;
        Models = [.. networks.Select(network => OnnxModel.Load(network.Model, network.Name))];
    }

    public IReadOnlyList<CompressionStage> Networks { get; }

    public IReadOnlyList<OnnxModel> Models { get; }

    /// <summary>Whether one of several networks is exported: the test groups then choose, and figures on them say so.</summary>
    public bool Chooses => IntegerNetworks > 1;

    private int IntegerNetworks => Networks.Count(network => network.Format == ModelFormat.Int8);

    /// <exception cref="InvalidInputException">No chain ends in int8.</exception>
    public static void RequireExport(IReadOnlyList<CompressionChain> chains)
    {
        if (!chains.Any(chain => chain.Steps[^1] is IntegerStep))
            throw new InvalidInputException("--steps", "no chain ends in int8, the format that is exported; nothing was trained");
    }

    /// <param name="data">Of which the test windows are timed.</param>
    /// <param name="tested">What each network is worth on them.</param>
    /// <param name="options">Hold the margin, and the seed of the order in which networks are timed.</param>
    /// <param name="taught">Marks that networks have from their teacher.</param>
    public CompressionResult Judge(TaskData data, IReadOnlyList<TestedModel> tested, CompressionOptions options, FigureMarks taught)
    {
        var test = data.Test.Values;
        float[][] windows = [.. PreprocessedWindows.Spread(test.Length, LatencyWindows).Select(i => test[i])];
        var rows = CompressionTable.Measure(
            Networks, [.. Models.Select(model => ModelLatency.OfWindows(model, _preprocessor, windows))], options.Seed, tested);
        var gate = new MarginGate(
            options.Margin, tested[0].FigureName, IntegerNetworks);
        var choice = ExportChoice.Of(rows, gate);
        return new CompressionResult(
            _bundle.Manifest.Name,
            choice.Rows,
            choice.Rows[choice.Best].Steps,
            Networks[choice.Best].ErrorsByLayer(_inputs.Calibration),
            options.Margin,
            _bundle.Manifest.Training.Marks.With(data.Set.Marks).With(taught).Phrases);
    }

    public void Dispose()
    {
        foreach (var model in Models)
            model.Dispose();
    }
}
