using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>Takes columns of scores apart and puts them together.</summary>
internal static class Columns
{
    public static Traced Select(ScoreTable table, TensorProto columns, NodeAttributes attributes)
    {
        if (table.Normalization != Normalization.None)
            throw attributes.Error("takes columns out of normalised scores");
        return new Traced.Scores(table.Select(TensorNumbers.Of(columns, attributes.Place).Select(index =>
            index >= 0 && index < table.Columns.Count
                ? (int)index
                : throw attributes.Error($"column {index} of {table.Columns.Count}"))));
    }

    public static Traced Concatenate(IEnumerable<Traced> inputs, NodeAttributes attributes)
    {
        ScoreTable[] tables = [.. inputs.OfType<Traced.Scores>().Select(scores => scores.Table)];
        if (attributes.Integer("axis", 1) is not (1 or -1))
            throw attributes.Error($"axis {attributes.Integer("axis", 1)}; scores are joined along axis 1");
        return tables.All(table => table.Normalization == Normalization.None)
            ? new Traced.Scores(new ScoreTable([.. tables.SelectMany(table => table.Columns)], Normalization.None))
            : throw attributes.Error("joins normalised scores");
    }

    /// <summary>A shape that leaves rows and columns as they are.</summary>
    public static Traced Reshape(ScoreTable table, TensorProto shape, NodeAttributes attributes)
    {
        var numbers = TensorNumbers.Of(shape, attributes.Place);
        var keeps = numbers is [-1 or 0 or 1, var width] && (width == table.Columns.Count || (width == -1 && numbers[0] != -1));
        return keeps
            ? new Traced.Scores(table)
            : throw attributes.Error(
                $"shape [{string.Join(',', numbers)}] of scores in {table.Columns.Count} columns; rows and columns must stay");
    }
}
