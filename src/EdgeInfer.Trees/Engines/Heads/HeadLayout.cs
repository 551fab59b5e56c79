using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// The heads of all trees, output after output, in blocks as <see cref="IHeadLanes{TSelf}"/> reads them, and what
/// hangs below them. Every output's trees are filled up to a multiple of <see cref="Unroll"/> with trees of value 0.
/// </summary>
internal sealed class HeadLayout
{
    /// <summary>Codes from here on leave the head: the low five bits are the number of the exit.</summary>
    public const byte Exit = 0x80;

    /// <summary>Set where the exit leads to a tail, not to a leaf.</summary>
    public const byte TailFlag = 0x20;

    public const byte ExitMask = 0x1F;

    /// <summary>A tree of 16 nodes has 17 ways out.</summary>
    public const int Exits = TreeHead.Length + 1;

    public const int Unroll = 4;

    private const byte Bias = 0x80;
    private const byte NoIndex = 0x80;

    private readonly ThresholdTable _table;
    private readonly int _treesPerVector;
    private readonly int _indexVectors;
    private readonly byte[] _blocks;
    private readonly List<TailNode> _tailNodes = [new(0, byte.MaxValue, 0)];
    private readonly List<double> _tailValues = [0.0];

    public HeadLayout(TreeEnsemble ensemble, ThresholdTable table, int treesPerVector, int indexVectors)
    {
        (_table, _treesPerVector, _indexVectors) = (table, treesPerVector, indexVectors);
        var outputs = Enumerable.Range(0, ensemble.OutputCount)
            .Select(output => ensemble.Trees.Where(tree => tree.Output == output).ToArray())
            .ToArray();
        FirstTree = new int[outputs.Length + 1];
        for (var output = 0; output < outputs.Length; output++)
            FirstTree[output + 1] = FirstTree[output] + ((outputs[output].Length + Unroll - 1) / Unroll * Unroll);
        var slots = FirstTree[^1];
        _blocks = new byte[slots / treesPerVector * BlockLength];
        Values = new double[slots * Exits];
        TailRoots = new int[slots * Exits];
        for (var slot = 0; slot < slots; slot++)
        {
            var output = Array.FindLastIndex(FirstTree, first => first <= slot);
            var index = slot - FirstTree[output];
            Add(slot, index < outputs[output].Length ? outputs[output][index] : new DecisionTree(output, [], [], [], [], [0.0]));
        }
    }

    public int BlockLength => (_indexVectors + 3) * _treesPerVector * TreeHead.Length;

    /// <summary>First tree of each output, and the number of trees at the end.</summary>
    public int[] FirstTree { get; }

    public byte[] Blocks => _blocks;

    /// <summary>Leaf value an exit, <see cref="Exits"/> a tree; 0 where a tail follows.</summary>
    public double[] Values { get; }

    /// <summary>Slot in <see cref="TailNodes"/> an exit.</summary>
    public int[] TailRoots { get; }

    public TailNode[] TailNodes => [.. _tailNodes];

    /// <summary>Leaf value a slot of the tails; 0 where the slot is a node.</summary>
    public double[] TailValues => [.. _tailValues];

    private void Add(int slot, DecisionTree tree)
    {
        var head = TreeHead.Of(tree);
        var placeInHead = head.Nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        var exits = 0;
        for (var i = 0; i < TreeHead.Length; i++)
        {
            if (i >= head.Nodes.Count)
            {
                Write(slot, i, segment: 0, place: byte.MaxValue, Exit, Exit);
                continue;
            }

            var node = head.Nodes[i];
            var (segment, place) = _table.PlaceOf(tree, node);
            Write(slot, i, segment, (byte)place, CodeOf(tree.Left[node]), CodeOf(tree.Right[node]));
        }

        if (tree.NodeCount == 0)
            Values[slot * Exits] = tree.Leaves[0];

        byte CodeOf(int child)
        {
            if (child >= 0 && placeInHead.TryGetValue(child, out var inHead))
                return (byte)inHead;
            var exit = exits++;
            if (child < 0)
            {
                Values[(slot * Exits) + exit] = tree.Leaves[~child];
                return (byte)(Exit | exit);
            }

            TailRoots[(slot * Exits) + exit] = AddTail(tree, child);
            return (byte)(Exit | TailFlag | exit);
        }
    }

    private void Write(int slot, int i, int segment, byte place, byte left, byte right)
    {
        var vector = _treesPerVector * TreeHead.Length;
        var at = (slot / _treesPerVector * BlockLength) + (slot % _treesPerVector * TreeHead.Length) + i;
        for (var index = 0; index < _indexVectors; index++, at += vector)
        {
            _blocks[at] = _indexVectors == 1 ? (byte)segment
                : segment / TreeHead.Length == index ? (byte)(segment % TreeHead.Length)
                : NoIndex;
        }

        _blocks[at] = (byte)(place ^ Bias);
        _blocks[at + vector] = left;
        _blocks[at + (2 * vector)] = right;
    }

    /// <summary>Breadth first, the children of a node side by side.</summary>
    private int AddTail(DecisionTree tree, int root)
    {
        var first = _tailNodes.Count;
        var queue = new Queue<int>([root]);
        var next = first + 1;
        for (var slot = first; queue.TryDequeue(out var at); slot++)
        {
            if (at < 0)
            {
                _tailNodes.Add(new(0, byte.MaxValue, slot));
                _tailValues.Add(tree.Leaves[~at]);
                continue;
            }

            var (segment, place) = _table.PlaceOf(tree, at);
            _tailNodes.Add(new((ushort)segment, (byte)place, next));
            _tailValues.Add(0.0);
            queue.Enqueue(tree.Left[at]);
            queue.Enqueue(tree.Right[at]);
            next += 2;
        }

        return first;
    }
}
