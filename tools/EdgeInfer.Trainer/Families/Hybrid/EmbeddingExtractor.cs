using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Onnx;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Families.Hybrid;

/// <summary>The int8 network of a bundle up to its embedding, run as the device will run it.</summary>
internal sealed class EmbeddingExtractor : IDisposable
{
    private readonly OnnxModel _model;

    private EmbeddingExtractor(Manifest manifest, IPreprocessor preprocessor, byte[] file, string place)
    {
        (Manifest, Preprocessor, File) = (manifest, preprocessor, file);
        _model = OnnxModel.Load(file, place);
    }

    /// <summary>Of the bundle that it comes from.</summary>
    public Manifest Manifest { get; }

    public IPreprocessor Preprocessor { get; }

    /// <summary>The truncated network in ONNX.</summary>
    public byte[] File { get; }

    /// <exception cref="InvalidInputException">
    /// The bundle holds no int8 network with an embedding, is made for other windows, has learnt a test group, fails its golden
    /// cases, or would run in float.
    /// </exception>
    public static EmbeddingExtractor Read(string place, TaskData data)
    {
        var bundle = BundleReader.Open(place);
        var manifest = bundle.Manifest;
        if (manifest.Engine != ModelEngine.Onnx || manifest.Format != ModelFormat.Int8)
            throw new InvalidInputException(
                place, $"a bundle of engine {manifest.Engine} in {manifest.Format}; trees learn from the embedding of an int8 network");
        Agreement.CheckWindows(manifest.Input.ToShape(), place, data.Set.TestShape);
        LearntGroups.RequireUnseen(manifest, place, data);
        ReadyBundle.Of(bundle, place, TimeProvider.System).Dispose();
        var modelPlace = Path.Combine(place, manifest.ModelFile);
        var file = EmbeddingGraph.Cut(bundle.ModelBytes, modelPlace);
        OptimizedGraph.RequireIntegers(modelPlace, file, floatNodes: new HashSet<string>());
        return new EmbeddingExtractor(manifest, Preprocessors.Create(manifest.Preprocessing, data.Set.TestShape), file, modelPlace);
    }

    /// <summary>Embeddings of windows: the features of the trees.</summary>
    public float[][] Rows(WindowSet windows)
    {
        return [.. windows.Values.Select(window =>
        {
            var row = new float[_model.OutputLength];
            _model.Predict(PreprocessedWindows.Of(window, Preprocessor), row);
            return row;
        })];
    }

    public void Dispose() => _model.Dispose();
}
