using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Hosting;

namespace EdgeInfer.Trainer.Export;

/// <summary>A bundle that no proof refuses any more, to be written. Every manifest of the trainer is made here.</summary>
internal sealed class BundleDraft
{
    private readonly GoldenSet _golden;
    private readonly Dictionary<string, byte[]> _files;

    /// <exception cref="InvalidInputException">A device would refuse the bundle, or one of its golden cases fails.</exception>
    /// <exception cref="ArgumentException">A family of this trainer's own is not registered.</exception>
    private BundleDraft(Manifest manifest, GoldenSet golden, IEnumerable<(string Name, byte[] Content)> files)
    {
        // Whoever imports a model from elsewhere gives its family a name.
        if (!manifest.Family.IsKnown && !manifest.Training.UnknownOrigin)
            throw new ArgumentException($"family '{manifest.Family}' is not registered in {nameof(ModelFamily)}", nameof(manifest));
        (Manifest, _golden) = (manifest, golden);
        _files = files.ToDictionary(file => file.Name, file => file.Content);
        Prove();
    }

    /// <summary>Complete but for its files.</summary>
    public Manifest Manifest { get; }

    /// <summary>A model that this trainer has made for a task.</summary>
    /// <param name="data">Of the task.</param>
    /// <param name="model">What it is.</param>
    /// <param name="golden">Its answers to some windows.</param>
    /// <param name="files">The model's file, and what stands beside it.</param>
    /// <exception cref="InvalidInputException">A device would refuse the bundle, or one of its golden cases fails.</exception>
    public static BundleDraft New(
        TaskData data, ModelFacts model, GoldenSet golden, params IEnumerable<(string Name, byte[] Content)> files)
    {
        var task = new ManifestTask(data.Name, data.Set.Dataset.Task, data.Set.LabelNames);
        var version = TrainerVersion.Current;
        return new BundleDraft(Stated(task, ManifestInput.Of(data.Set.TestShape), version, version, model), golden, files);
    }

    /// <summary>Another form of a bundle's model, for the same task, windows and runtime.</summary>
    /// <param name="source">Of that bundle.</param>
    /// <param name="model">What its other form is.</param>
    /// <param name="golden">Its answers to some windows.</param>
    /// <param name="file">Content of its model file.</param>
    /// <exception cref="InvalidInputException">A device would refuse the bundle, or one of its golden cases fails.</exception>
    public static BundleDraft From(Manifest source, ModelFacts model, GoldenSet golden, byte[] file) => new(
        Stated(source.Task, source.Input, source.Version, source.MinimumRuntime, model), golden, [(model.ModelFile, file)]);

    /// <param name="folder">Receives a folder of the bundle's name.</param>
    /// <returns>That folder.</returns>
    public string Write(string folder)
    {
        var place = Path.Combine(folder, Manifest.Name);
        BundleWriter.Write(place, Manifest, _files, _golden);
        return place;
    }

    /// <summary>Opens the bundle as a device does, which lets it answer its golden cases. No device runs a regression yet.</summary>
    private void Prove()
    {
        var bundle = BundleWriter.Compose(Manifest.Name, Manifest, _files, _golden);
        if (Manifest.Task.Kind == TaskKind.Regression)
            return;
        try
        {
            ReadyBundle.Of(bundle, Manifest.Name, TimeProvider.System).Dispose();
        }
        catch (InvalidInputException refusal)
        {
            throw new InvalidInputException(refusal.Place, $"{refusal.Reason}; nothing was exported", refusal);
        }
    }

    private static Manifest Stated(ManifestTask task, ManifestInput input, string version, string minimumRuntime, ModelFacts model) => new()
    {
        Schema = Manifest.CurrentSchema,
        Name = model.Name,
        Version = version,
        Task = task,
        Family = model.Family,
        Format = model.Format,
        Engine = model.Engine,
        ModelFile = model.ModelFile,
        EmbeddingFile = model.EmbeddingFile,
        Input = input,
        Preprocessing = model.Preprocessing,
        Decision = model.Decision,
        Files = [],
        Training = model.Training,
        Compression = model.Compression,
        Parity = model.Parity,
        Metrics = model.Metrics,
        MinimumRuntime = minimumRuntime,
    };
}
