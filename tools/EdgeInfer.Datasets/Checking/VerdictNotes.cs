using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Checking;

/// <summary>What the groups and the task of a data set allow to conclude.</summary>
internal static class VerdictNotes
{
    public static IEnumerable<string> Of(Dataset dataset, DatasetSplit split, IReadOnlyList<Recording> recordings)
    {
        var all = split is { By: SplitBy.EachGroup, LeftOut: null };
        var judged = recordings.Where(recording => all || recording.Side == SplitSide.Test).Select(recording => recording.Group).Distinct();
        yield return GroupFitness.Describe(judged.Count(), dataset.GroupNoun, dataset.GroupOrigin);
        if (dataset.GroupOrigin != GroupOrigin.Named)
            yield return $"every figure will say '{new FigureMarks { Groups = dataset.GroupOrigin }.Phrases[0]}'";
        if (dataset.Task == TaskKind.Regression)
            yield return "the task is a regression: no model of EdgeInfer learns one yet";
    }
}
