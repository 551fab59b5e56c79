using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Trainer.Networks.Augmentation;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>What networks learn from, as <c>train net</c> and <c>validate</c> both make it.</summary>
internal static class TrainingSets
{
    /// <param name="set">Where the samples come from.</param>
    /// <param name="input">Their geometry.</param>
    /// <param name="samples">All training samples.</param>
    /// <param name="groups">Group of each.</param>
    /// <param name="preprocessing">That the bundle will carry, by <see cref="ChannelStatistics.ForManifest"/>.</param>
    /// <param name="seed">Draws the validation groups.</param>
    public static TrainingSet Of(
        RecordingSet set,
        NetworkInput input,
        LabelledSamples samples,
        IReadOnlyList<string> groups,
        ManifestPreprocessing preprocessing,
        int seed)
    {
        var held = ValidationGroups.Choose(groups, samples.Labels, seed);
        var members = Enumerable.Range(0, samples.Count).ToLookup(i => held.Contains(groups[i]));
        return new TrainingSet(
            held.Count == 0 ? samples : samples.Only(members[false]),
            held.Count == 0 ? null : samples.Only(members[true]),
            Augmentations.For(set, input, preprocessing),
            Preprocessors.Create(preprocessing, set.TestShape));
    }
}
