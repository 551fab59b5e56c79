using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Serving.Opening;

/// <summary>Models are compared on one stream of windows: they must be made for that task, those labels and that shape.</summary>
public static class Agreement
{
    /// <exception cref="InvalidInputException">A bundle is for other windows than the data set gives, or named twice.</exception>
    public static void Check(IReadOnlyList<ReadyBundle> bundles, string task, IReadOnlyList<string> labels, WindowShape shape)
    {
        foreach (var bundle in bundles)
            Check(bundle.Manifest, bundle.Path, task, labels, shape);

        var twice = bundles.GroupBy(bundle => bundle.Manifest.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidInputException(twice.Last().Path, $"a model named '{twice.Key}' is given twice");
    }

    /// <summary>A stream of one image holds no second window that could agree.</summary>
    /// <exception cref="InvalidInputException">No label could ever hold in the data set's streams.</exception>
    public static void RequireDecisionsOfOneWindow(IReadOnlyList<ReadyBundle> bundles)
    {
        foreach (var (path, rule) in bundles.Select(bundle => (bundle.Path, bundle.Manifest.Decision))
            .Where(bundle => bundle.Decision.K > 1))
            throw new InvalidInputException(
                Path.Combine(path, BundleFiles.Manifest),
                FormattableString.Invariant($"$.decision.k: {rule.K} of {rule.N} windows must agree, but each image of this data set is a ")
                + "stream of its own, in which nothing would ever hold; k = 1 decides");
    }

    /// <inheritdoc cref="Check(IReadOnlyList{ReadyBundle}, string, IReadOnlyList{string}, WindowShape)"/>
    public static void Check(Manifest manifest, string path, string task, IReadOnlyList<string> labels, WindowShape shape)
    {
        if (manifest.Task.Name != task)
            throw new InvalidInputException(path, $"made for task '{manifest.Task.Name}', the data is of '{task}'");
        if (!manifest.Task.Labels.SequenceEqual(labels))
            throw new InvalidInputException(path, $"has labels {Join(manifest.Task.Labels)}, the data {Join(labels)}");
        CheckWindows(manifest.Input.ToShape(), path, shape);
    }

    /// <summary>The windows alone, whatever the task is.</summary>
    /// <exception cref="InvalidInputException">They are of other channels, another frame, length or rate.</exception>
    public static void CheckWindows(WindowShape made, string path, WindowShape shape)
    {
        if (!made.Channels.SequenceEqual(shape.Channels))
            throw new InvalidInputException(path, $"made for channels {Describe(made.Channels)}, the data has {Describe(shape.Channels)}");
        if (!Takes(made.Frame, shape.Frame))
            throw new InvalidInputException(path, $"made for {Describe(made.Frame)}, the data gives {Describe(shape.Frame)}");
        // A frame is answered by itself: how many come in a second changes no answer.
        if (shape.Frame is not null)
            return;
        if (made.Resampling != shape.Resampling)
        {
            throw new InvalidInputException(
                path,
                $"made for samples whose resampling is '{Describe(made.Resampling)}', the data says '{Describe(shape.Resampling)}'");
        }

        if (made.Length != shape.Length || made.RateHz != shape.RateHz)
            throw new InvalidInputException(path, FormattableString.Invariant(
                $"made for windows of {made.Length} samples at {made.RateHz} Hz, the data gives {shape.Length} at {shape.RateHz} Hz"));
    }

    private static string Join(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    private static string Describe(ResamplingRule rule) => rule == ResamplingRule.Filtered ? "filtered" : "linear";

    /// <summary>Where the data holds pictures of exactly the frame's size, each rule leaves them as they are.</summary>
    private static bool Takes(FrameShape? made, FrameShape? given) =>
        made == given || (given is { Fit: FrameFit.Exact } && made == given with { Fit = made?.Fit ?? default });

    private static string Describe(FrameShape? frame) => frame is null
        ? "windows of samples"
        : FormattableString.Invariant($"frames of {frame.Width} x {frame.Height} px (fit: {frame.Fit.ToString().ToLowerInvariant()})");

    private static string Describe(IEnumerable<Channel> channels) =>
        Join(channels.Select(channel => $"{channel.Name} in {channel.Unit}"));
}
