using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>An anomaly task's windows.</summary>
/// <param name="Task">Its training windows are normal ones only.</param>
/// <param name="Watched">Normal windows of the training groups as a device sees them, without overlap: for the threshold.</param>
/// <param name="Extractor">Features of a window.</param>
internal sealed record AnomalyData(TaskData Task, WindowSet Watched, IPreprocessor Extractor)
{
    /// <param name="selection">Which recordings.</param>
    /// <param name="k">Windows in a row that an alarm needs.</param>
    /// <exception cref="InvalidInputException">
    /// Another kind of task, no normal window to train or test on, fewer than two groups to train on, or no normal training time of
    /// <paramref name="k"/> windows without a gap.
    /// </exception>
    public static AnomalyData Read(DataSelection selection, int k)
    {
        var read = TaskData.Read(selection);
        var set = read.Set;
        if (set.Dataset.Task != TaskKind.Anomaly)
            throw new InvalidInputException(
                read.Name,
                $"is a {set.Dataset.Task.ToString().ToLowerInvariant()}; anomaly detection is trained where dataset.json says "
                + "which labels are normal, as task NAME-anomaly");
        var task = read with { Train = Normal(read.Train) };
        var groups = task.Train.Groups.Distinct().Count();
        if (groups < 2)
            throw new InvalidInputException(
                selection.Folder,
                $"normal windows of {groups} {set.Dataset.GroupNoun} to train on; "
                + "the threshold needs those of two or more, each held out once");
        if (!task.Test.Labels.Contains(AnomalyLabel.Normal))
            throw new InvalidInputException(selection.Folder, "the test side of the split holds no normal window");
        var watched = Normal(WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Train), set.TestShape));
        var longest = watched.Segments.CountBy(segment => segment).Select(segment => segment.Value).DefaultIfEmpty().Max();
        if (longest < k)
            throw new InvalidInputException(
                selection.Folder,
                $"the longest normal training time without a gap holds {longest} windows; "
                + $"an alarm, and so its threshold, needs {k} in a row");
        return new AnomalyData(task, watched, TaskFeatures.Of(set).Extractor);
    }

    /// <summary>Features of every training and test window.</summary>
    public float[][] FeatureRows() => [.. FeatureTable.Extract(Task.Train, Extractor), .. FeatureTable.Extract(Task.Test, Extractor)];

    /// <summary>Time that a window stands for on a device, s.</summary>
    public double HopSeconds => Task.Set.TestShape.Hop / Task.Set.TestShape.RateHz;

    private static WindowSet Normal(WindowSet windows) =>
        windows.At(Enumerable.Range(0, windows.Labels.Length).Where(i => windows.Labels[i] == AnomalyLabel.Normal));
}
