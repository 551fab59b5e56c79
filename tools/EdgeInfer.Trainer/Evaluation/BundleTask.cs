using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>Holds a bundle against the recordings that it is to be judged on.</summary>
internal static class BundleTask
{
    /// <exception cref="InvalidInputException">Another task, other labels or other windows; or it has learnt a test group.</exception>
    public static void Require(string place, Manifest manifest, TaskData data)
    {
        Agreement.Check(manifest, place, data.Name, data.Set.LabelNames, data.Set.TestShape);
        LearntGroups.RequireUnseen(manifest, place, data);
    }
}
