using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>Reads the nodes of one packed tree after another.</summary>
internal sealed class PackedNodes(DistinctThresholds table, MissingCode missing)
{
    /// <summary>Nodes whose left side is being read and whose right side is to come.</summary>
    private readonly int[] _waiting = new int[EnsembleLimits.Depth];

    /// <param name="count">Nodes that the tree says it has.</param>
    /// <exception cref="InvalidInputException">It has more or fewer, or a value is out of range.</exception>
    public DecisionTree ReadTree(ref BitReader bits, int output, int count)
    {
        var directions = missing == MissingCode.AllRight ? [] : ArrayOf<bool>(count);
        var tree = new DecisionTree(
            output, ArrayOf<int>(count), ArrayOf<float>(count), ArrayOf<int>(count), ArrayOf<int>(count), new double[count + 1])
        {
            MissingLeft = directions.Length > 0 ? directions : null,
        };
        var (node, leaf, waiting) = (0, 0, 0);
        var (parent, side) = (-1, tree.Left);
        while (true)
        {
            bits.Node = node;
            var isNode = bits.Read(1) != 0;
            if (isNode && node == count)
                throw bits.Fault(Invariant($"one node more than the tree's {count}"));
            var at = isNode ? node++ : ~leaf++;
            if (parent >= 0)
                side[parent] = at;
            if (isNode)
            {
                ReadNode(ref bits, tree, directions, at);
                if (waiting == _waiting.Length)
                    throw bits.Fault(Invariant($"deeper than {EnsembleLimits.Depth}"));
                _waiting[waiting++] = at;
                (parent, side) = (at, tree.Left);
            }
            else if (waiting > 0)
            {
                (parent, side) = (_waiting[--waiting], tree.Right);
            }
            else
            {
                break;
            }
        }

        bits.Node = null;
        return node == count ? tree : throw bits.Fault(Invariant($"{node} nodes, not the {count} it says"));
    }

    private void ReadNode(ref BitReader bits, DecisionTree tree, bool[] directions, int node)
    {
        var slot = bits.ReadIndex(table.Features.Length, "feature slot");
        tree.Feature[node] = table.Features[slot];
        tree.Threshold[node] = table.Thresholds[table.First[slot] + bits.ReadIndex(table.CountOf(slot), "threshold rank")];
        if (missing != MissingCode.AllRight)
            directions[node] = missing == MissingCode.AllLeft || bits.Read(1) != 0;
    }

    private static T[] ArrayOf<T>(int count) => count == 0 ? [] : new T[count];
}
