using System.Text.Json.Serialization;
using EdgeInfer.Core.Marks;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Comparison.Inputs;

/// <summary>What a reader must know of the data before believing a figure.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Task">Task that the models were trained for.</param>
/// <param name="Simulated">True where no real sensor was involved.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Attribution">What the licence asks to be said; null where nothing.</param>
/// <param name="SplitKind">Name of the split.</param>
/// <param name="Leaky">True where groups stand on both sides by declaration.</param>
/// <param name="DataSha256">Hash over the recordings.</param>
/// <param name="SplitSha256">Hash over (recording, group, split).</param>
/// <param name="GroupNoun">What a group is, in the singular: subject, machine, meter; 'group' where unknown.</param>
/// <param name="GroupOrigin">What tells the groups apart.</param>
/// <param name="LeftOut">Recordings in the folder that no figure is of, as a sentence; null where there are none.</param>
public sealed record DataFacts(
    string Name,
    string Task,
    bool Simulated,
    string Licence,
    string? Attribution,
    string SplitKind,
    bool Leaky,
    string DataSha256,
    string SplitSha256,
    string GroupNoun = "group",
    GroupOrigin GroupOrigin = GroupOrigin.Named,
    string? LeftOut = null)
{
    /// <summary>What every figure on these data must be read with.</summary>
    [JsonIgnore]
    public FigureMarks Marks => new(Simulated, Quick: false, Leaky, OriginUnknown: false, Groups: GroupOrigin);

    public static DataFacts Read(RecordingSet set)
    {
        var dataset = set.Dataset;
        return new(
            dataset.Name, dataset.Name, dataset.Simulated, dataset.Licence, dataset.Attribution,
            set.Split.Name, set.Split.Leaky, set.DataSha256, set.SplitSha256, dataset.GroupNoun,
            dataset.GroupOrigin, set.LeftOut?.Describe());
    }
}
