namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>What a tensor of scores is computed from: columns, then a normalisation of the row.</summary>
/// <param name="IsExact">Whether the sums are taken in double and in our order, and nothing was computed from them since.</param>
internal sealed record ScoreTable(IReadOnlyList<ScoreColumn> Columns, Normalization Normalization, bool IsExact = false)
{
    /// <summary>Plain sums of trees, which arithmetic may still change.</summary>
    public bool IsRaw => Normalization == Normalization.None && Columns.All(column => !column.IsLogistic);

    public ScoreTable Select(IEnumerable<int> columns) => this with { Columns = [.. columns.Select(index => Columns[index])] };

    public ScoreTable Logistic() => this with { Columns = [.. Columns.Select(column => column with { IsLogistic = true })] };
}
