using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>The operators of ONNX's own domain that converters put around trees.</summary>
internal static class Arithmetic
{
    public static Traced Of(string operation, Traced[] inputs, NodeAttributes attributes) => (operation, inputs) switch
    {
        ("Identity", [var same]) => same,
        ("Constant", []) => new Traced.Constant(attributes.Tensor("value")),
        ("Cast", [Traced.Label label]) => label,
        ("Cast", [Traced.Features or Traced.Scores]) => IsFloating(attributes)
            ? inputs[0]
            : throw attributes.Error($"casts to element type {attributes.Integer("to", 0)}; float and double are imported"),
        ("Reshape", [Traced.Label label, Traced.Constant]) => label,
        ("Reshape", [Traced.Scores scores, Traced.Constant shape]) => Columns.Reshape(scores.Table, shape.Tensor, attributes),
        ("Concat", [Traced.Scores, ..]) when inputs.All(input => input is Traced.Scores) => Columns.Concatenate(inputs, attributes),
        ("ArgMax", [Traced.Scores]) when attributes.Integer("axis", 0) is 1 or -1 => new Traced.Label(),
        ("Sigmoid", [Traced.Scores { Table: { IsRaw: true } table }]) => new Traced.Scores(table.Logistic()),
        ("Softmax", [Traced.Scores { Table: { IsRaw: true } table }]) when attributes.Integer("axis", -1) is 1 or -1 =>
            new Traced.Scores(table with { Normalization = Normalization.Softmax }),
        ("Sub", [Traced.Constant one, Traced.Scores { Table: { Normalization: Normalization.None } table }])
            when table.Columns.Any(c => c.IsLogistic) =>
                Complement(table, one.Tensor, attributes),
        ("Add" or "Sub" or "Mul" or "Div", [Traced.Scores { Table: { IsRaw: true } table }, Traced.Constant by]) =>
            EachColumn(table, by.Tensor, attributes, (column, number) => operation switch
            {
                "Add" => column with { Offset = column.Offset + number },
                "Sub" => column with { Offset = column.Offset - number },
                "Mul" => column with { Scale = column.Scale * number, Offset = column.Offset * number },
                _ => column with { Scale = column.Scale / number, Offset = column.Offset / number },
            }),
        ("Add" or "Sub" or "Mul", [Traced.Constant by, Traced.Scores { Table: { IsRaw: true } table }]) =>
            EachColumn(table, by.Tensor, attributes, (column, number) => operation switch
            {
                "Add" => column with { Offset = column.Offset + number },
                "Sub" => column with { Scale = -column.Scale, Offset = number - column.Offset },
                _ => column with { Scale = column.Scale * number, Offset = column.Offset * number },
            }),
        _ => throw Unknown(operation, inputs, attributes),
    };

    public static InvalidInputException Unknown(string operation, Traced[] inputs, NodeAttributes attributes) => attributes.Error(
        $"operator {operation} on ({string.Join(", ", inputs.Select(Describe))}) is not among those that are imported");

    private static string Describe(Traced input) => input switch
    {
        Traced.Features => "features",
        Traced.Constant => "constant",
        Traced.Label => "label",
        Traced.Scores { Table.IsRaw: true } => "raw scores",
        _ => "probabilities",
    };

    private static bool IsFloating(NodeAttributes attributes) => (DataType)attributes.Integer("to", 0) is DataType.Float or DataType.Double;

    private static Traced.Scores Complement(ScoreTable table, TensorProto one, NodeAttributes attributes) =>
        TensorNumbers.Of(one, attributes.Place) is [1]
            ? new Traced.Scores(table with { Columns = [.. table.Columns.Select(column => column.Complement)] })
            : throw attributes.Error("takes probabilities off another number than 1");

    private static Traced.Scores EachColumn(
        ScoreTable table, TensorProto constant, NodeAttributes attributes, Func<ScoreColumn, double, ScoreColumn> change)
    {
        var numbers = TensorNumbers.Of(constant, attributes.Place);
        if (numbers.Length != 1 && numbers.Length != table.Columns.Count)
            throw attributes.Error($"{numbers.Length} numbers for {table.Columns.Count} columns");
        ScoreColumn[] columns = [.. table.Columns.Select((column, i) => change(column, numbers[numbers.Length == 1 ? 0 : i]))];
        return columns.All(column => double.IsFinite(column.Scale) && double.IsFinite(column.Offset))
            ? new Traced.Scores(table with { Columns = columns, IsExact = false })
            : throw attributes.Error("gives scores that are not finite");
    }
}
