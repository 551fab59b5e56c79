using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Batches;

/// <summary>
/// Trees as steps of a machine with registers: a step takes, row by row, the right or the left operand as a comparison
/// says, and the last step of a tree leaves the number of the leaf in register <see cref="Result"/>. Operands below
/// <see cref="Leaves"/> are leaf numbers, the others registers.
/// </summary>
internal sealed class BatchProgram
{
    /// <summary>Leaf numbers are bytes.</summary>
    public const int Leaves = 256;

    public const int Result = Leaves;

    private readonly List<BatchStep> _steps = [];
    private readonly List<double> _values = [];
    private readonly List<BatchTree> _trees = [];
    private readonly ThresholdTable _table;

    private BatchProgram(ThresholdTable table) => _table = table;

    public BatchStep[] Steps => [.. _steps];

    public double[] Values => [.. _values];

    /// <summary>Output after output.</summary>
    public BatchTree[] Trees => [.. _trees];

    /// <summary>Registers that any tree needs.</summary>
    public int Registers { get; private set; } = 1;

    /// <summary>Null where a tree has more leaves than a byte counts, or a step cannot name all segments.</summary>
    public static BatchProgram? TryOf(TreeEnsemble ensemble, ThresholdTable table)
    {
        if (table.Segments.Length > ushort.MaxValue || ensemble.Trees.Any(tree => tree.Leaves.Length > Leaves))
            return null;
        var program = new BatchProgram(table);
        foreach (var tree in ensemble.Trees.OrderBy(tree => tree.Output))
            program.Add(tree);
        return program;
    }

    private void Add(DecisionTree tree)
    {
        var firstStep = _steps.Count;
        if (tree.NodeCount > 0)
            Emit(tree, 0, 0);
        _trees.Add(new(tree.Output, firstStep, _steps.Count - firstStep, _values.Count));
        _values.AddRange(tree.Leaves);
    }

    /// <summary>Children before their parent; the deeper of two first, so that few registers are alive at once.</summary>
    private int Emit(DecisionTree tree, int at, int register)
    {
        if (at < 0)
            return ~at;
        Registers = Math.Max(Registers, register + 1);
        var rightFirst = Need(tree, tree.Right[at]) > Need(tree, tree.Left[at]);
        var first = Emit(tree, rightFirst ? tree.Right[at] : tree.Left[at], register);
        var second = Emit(tree, rightFirst ? tree.Left[at] : tree.Right[at], first >= Leaves ? register + 1 : register);
        var (segment, place) = _table.PlaceOf(tree, at);
        _steps.Add(new(
            (ushort)segment,
            (byte)place,
            (ushort)(rightFirst ? second : first),
            (ushort)(rightFirst ? first : second),
            (ushort)(Result + register)));
        return Result + register;
    }

    private static int Need(DecisionTree tree, int at)
    {
        if (at < 0)
            return 0;
        var (left, right) = (Need(tree, tree.Left[at]), Need(tree, tree.Right[at]));
        return left == right ? left + 1 : Math.Max(left, right);
    }
}
