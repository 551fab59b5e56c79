using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Opening;

/// <summary>A bundle whose model is loaded and has answered its golden cases as the manifest promises.</summary>
/// <param name="Path">Where it was read.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Lane">Its model, ready for windows.</param>
/// <param name="GoldenCases">Cases answered.</param>
/// <param name="GoldenDifference">Largest absolute difference to a golden output.</param>
public sealed record ReadyBundle(
    string Path, Manifest Manifest, ModelLane Lane, int GoldenCases, double GoldenDifference) : IDisposable
{
    /// <exception cref="InvalidInputException">The bundle is unsound, too new, of another kind, or fails its golden cases.</exception>
    public static ReadyBundle Open(string path, TimeProvider time) => Of(BundleReader.Open(path), path, time);

    /// <inheritdoc cref="Open"/>
    public static ReadyBundle Of(Bundle bundle, string path, TimeProvider time) => Of(bundle, path, time, FeatureSets.Known);

    /// <inheritdoc cref="Open"/>
    public static ReadyBundle Of(Bundle bundle, string path, TimeProvider time, FeatureSets sets)
    {
        var manifest = bundle.Manifest;
        RefuseWhatWeCannotRun(manifest, path);
        var lane = LaneOf(bundle, path, time, sets);
        try
        {
            var difference = SelfTest.Run(lane, bundle.Golden, manifest.Input.ToShape().ValueCount, path);
            return new ReadyBundle(path, manifest, lane, bundle.Golden.Cases.Count, difference);
        }
        catch
        {
            lane.Dispose();
            throw;
        }
    }

    /// <summary>One line for people.</summary>
    public string Describe() => FormattableString.Invariant(
        $"{Manifest.Name} {Manifest.Version}: engine {Manifest.Engine}, {GoldenCases} golden cases within {GoldenDifference:0.0e+0}")
        + Lane.Marks.Suffix;

    public void Dispose() => Lane.Dispose();

    private static ModelLane LaneOf(Bundle bundle, string path, TimeProvider time, FeatureSets sets)
    {
        var manifest = bundle.Manifest;
        var preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape(), sets);
        var model = ModelLoader.Load(bundle, path);
        try
        {
            return new ModelLane(manifest.Name, bundle.Sha256, manifest.Task, manifest.Decision, preprocessor, model, time)
            {
                Marks = manifest.Training.Marks,
            };
        }
        catch (ArgumentException mismatch)
        {
            model.Dispose();
            throw new InvalidInputException(path, mismatch.Message, mismatch);
        }
    }

    private static void RefuseWhatWeCannotRun(Manifest manifest, string path)
    {
        if (manifest.Task.Kind == TaskKind.Regression)
            throw new InvalidInputException(path, $"tasks of kind {manifest.Task.Kind} are not run yet, only classification and anomaly");
    }
}
