using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Datasets.Preview;

/// <summary>Neighbouring columns of a drawing whose samples have one label.</summary>
/// <param name="Label">Index of the label; negative for none.</param>
/// <param name="FirstColumn">First column.</param>
/// <param name="EndColumn">The column behind the last.</param>
internal readonly record struct LabelRun(int Label, int FirstColumn, int EndColumn)
{
    /// <summary>Of a column the label of its last sample counts.</summary>
    public static IReadOnlyList<LabelRun> Of(RecordedSamples samples, Func<int, int> columnOf)
    {
        var runs = new List<LabelRun>();
        for (var row = 0; row < samples.Count; row++)
        {
            var (label, column) = (samples.Header(row, dueTimestamp: 0).Label, columnOf(row));
            if (runs.Count > 0 && runs[^1].Label == label)
                runs[^1] = runs[^1] with { EndColumn = Math.Max(runs[^1].EndColumn, column + 1) };
            else if (runs.Count > 0 && runs[^1].FirstColumn >= column)
                runs[^1] = runs[^1] with { Label = label };
            else
                runs.Add(new LabelRun(label, column, column + 1));
        }

        return runs;
    }
}
