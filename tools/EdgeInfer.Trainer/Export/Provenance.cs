using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Recordings;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Export;

/// <summary>Where a bundle comes from, for its manifest.</summary>
internal static class Provenance
{
    public static ManifestTraining Of(TaskData data, int seed, TrainingClock clock, string command, bool quick = false) => new(
        data.Name,
        data.Set.Dataset.Simulated,
        data.Set.Dataset.Licence,
        data.Set.Dataset.Attribution,
        data.Set.DataSha256,
        data.Set.SplitSha256,
        data.Set.Split.Name,
        data.Set.Split.Leaky,
        [.. data.Train.Groups.Distinct().Order(StringComparer.Ordinal)],
        data.Train.Values.Length,
        seed,
        Math.Round(clock.Time.Seconds, 3),
        Math.Round(clock.Time.CpuSeconds, 3),
        MachineInfo.Read().Describe(),
        command,
        quick,
        Content: ManifestContent.Of(ContentFingerprint.Of(data.Set.PieceKind, data.Set.ContentOf(SplitSide.Train))),
        GroupOrigin: data.Set.Dataset.GroupOrigin);

    /// <summary>Of a model from elsewhere: nothing of this data set is known to have trained it.</summary>
    public static ManifestTraining Unknown(TaskData data, int seed, TrainingClock clock, string command) =>
        Of(data, seed, clock, command) with
        {
            Groups = [], Windows = 0, Seconds = 0, CpuSeconds = 0, UnknownOrigin = true, Content = null,
        };
}
