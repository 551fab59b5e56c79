using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Comparing;

/// <summary>Holds a bundle against the recordings that it is to be judged on.</summary>
internal static class BundleTask
{
    /// <exception cref="InvalidInputException">
    /// Another task, other labels or another window; a regression; or it has learnt a test group.
    /// </exception>
    public static void Require(string place, Manifest manifest, TaskData data)
    {
        if (manifest.Task.Kind == TaskKind.Regression)
            throw new InvalidInputException(place, $"task kind {manifest.Task.Kind} has no accuracy to compare");
        if (manifest.Task.Name != data.Name || !manifest.Task.Labels.SequenceEqual(data.Set.LabelNames))
            throw new InvalidInputException(
                place,
                $"is of task {manifest.Task.Name} ({string.Join(", ", manifest.Task.Labels)}), "
                + $"the recordings are of {data.Name} ({string.Join(", ", data.Set.LabelNames)})");
        var (wanted, found) = (manifest.Input.ToShape().ValueCount, data.Test.Values[0].Length);
        if (wanted != found)
            throw new InvalidInputException(place, $"takes windows of {wanted} values, the recordings give {found}");
        LearntGroups.RequireUnseen(manifest, place, data);
    }
}
