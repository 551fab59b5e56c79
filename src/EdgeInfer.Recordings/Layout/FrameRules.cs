using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What a description of images must say.</summary>
internal static class FrameRules
{
    /// <summary>Above high-speed cameras.</summary>
    private const double MostFramesPerSecond = 10_000;

    /// <summary>About a frame a day.</summary>
    private const double LeastFramesPerSecond = 1e-5;

    public static void Check(Dataset dataset, Action<bool, string, string> field)
    {
        field(dataset.RateHz is 0 or (>= LeastFramesPerSecond and <= MostFramesPerSecond), "rate_hz",
            Invariant($"{dataset.RateHz} frames per second are neither 0 (for 10) nor {LeastFramesPerSecond} to {MostFramesPerSecond}"));
        field(dataset.Channels.Count == 0 && dataset.Window is null && dataset.Timestamp is null && dataset.Envelope is null, "kind",
            "images have neither channels, window, timestamp nor envelope");
        field(dataset.AmplitudeScale == AmplitudeScale.Linear, "amplitude_scale", "'logarithmic' is for signals, not images");
        field(dataset.LabelColumn is null && dataset.GroupColumn is null, "kind", "images have neither label_column nor group_column");
        if (dataset.Frame is not { } frame)
        {
            field(false, "frame", "is missing, but images need it: width, height and colour");
            return;
        }

        field(
            frame.Width is >= 1 and <= ImageLimits.Side, "frame.width", Invariant($"{frame.Width} is outside 1 to {ImageLimits.Side} px"));
        field(
            frame.Height is >= 1 and <= ImageLimits.Side,
            "frame.height",
            Invariant($"{frame.Height} is outside 1 to {ImageLimits.Side} px"));
        var values = (long)frame.Width * frame.Height * frame.ToShape().Channels.Count;
        field(values <= ImageLimits.Values, "frame", Invariant($"holds {values} values; the limit is {ImageLimits.Values}"));
        if (dataset.Kind != DatasetKind.ImagesIdx)
            return;
        field(frame.Fit == FrameFit.Exact, "frame.fit", $"'{frame.Fit}', but all images of an IDX file have one size: say that one");
        field(frame.Colour == FrameColour.Gray, "frame.colour", $"'{frame.Colour}', but IDX files hold gray images");
        field(dataset.Task == TaskKind.Classification, "task", $"'{dataset.Task}', but IDX files hold labels of classes");
    }
}
