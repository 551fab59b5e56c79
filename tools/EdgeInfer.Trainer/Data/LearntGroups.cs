using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Manifests;

namespace EdgeInfer.Trainer.Data;

/// <summary>What a trained bundle has seen already.</summary>
internal static class LearntGroups
{
    /// <exception cref="InvalidInputException">The bundle was trained on a group that <paramref name="data"/> tests on.</exception>
    public static void RequireUnseen(Manifest manifest, string place, TaskData data)
    {
        var learnt = manifest.Training.Groups.ToHashSet();
        if (manifest.Training.Attribution == data.Set.Dataset.Attribution && data.Test.Groups.FirstOrDefault(learnt.Contains) is { } seen)
            throw new InvalidInputException(place, $"has learnt group '{seen}' of the same data, which is a test group of {data.Name}");
    }
}
