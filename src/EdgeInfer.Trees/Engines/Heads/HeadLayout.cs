using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// Trees cut into heads of <see cref="HeadLength"/> nodes: that of every tree, output after output, in blocks as
/// <see cref="IHeadLanes{TSelf}"/> reads them, then, each in a block of its own, those of the subtrees that the heads
/// above lead to. Every output's trees are filled up to a multiple of <see cref="Unroll"/> with trees of value 0.
/// </summary>
internal sealed class HeadLayout
{
    public const int HeadLength = 16;

    /// <summary>A head has one way out more than nodes.</summary>
    public const int Exits = HeadLength + 1;

    /// <summary>Added to the code of an exit that leads to a subtree, not to a leaf.</summary>
    public const byte TailFlag = 1 << TailShift;

    public const int TailShift = 6;

    /// <summary>The part of a code that is the number of the exit.</summary>
    public const byte ExitMask = 0x1F;

    public const int Unroll = 4;

    private const byte NoIndex = 0x80;
    private const int RanksPerRow = 16;

    private readonly ThresholdTable _table;
    private readonly int _treesPerBlock;
    private readonly int _indexRows;
    private readonly byte _bias;
    private readonly byte _exit;
    private readonly List<byte> _blocks = [];
    private readonly List<double> _values = [];
    private readonly List<HeadTail> _tails = [];

    private HeadLayout(TreeEnsemble ensemble, ThresholdTable table, int treesPerBlock, int indexRows, byte bias, byte exit)
    {
        (_table, _treesPerBlock, _indexRows, _bias, _exit) = (table, treesPerBlock, indexRows, bias, exit);
        FirstTree = new int[ensemble.OutputCount + 1];
        var open = new Queue<(int Slot, DecisionTree Tree, int Root, long[]? Visits)>();
        foreach (var output in ensemble.Trees.GroupBy(tree => tree.Output).OrderBy(group => group.Key))
        {
            var slot = FirstTree[output.Key];
            foreach (var tree in output)
                open.Enqueue((slot++, tree, tree.NodeCount == 0 ? ~0 : 0, NodeVisits.Of(tree)));
            FirstTree[output.Key + 1] = (slot + Unroll - 1) / Unroll * Unroll;
        }

        Reserve(FirstTree[^1]);
        while (open.TryDequeue(out var head))
        {
            foreach (var (way, root) in Add(head.Slot, head.Tree, head.Root, head.Visits))
            {
                var slot = _values.Count / Exits;
                Reserve(slot + treesPerBlock);
                _tails[(head.Slot * Exits) + way] = new(slot / treesPerBlock * BlockLength, slot * Exits);
                open.Enqueue((slot, head.Tree, root, head.Visits));
            }
        }
    }

    public int BlockLength => (_indexRows + 3) * _treesPerBlock * HeadLength;

    /// <summary>First tree of each output, and the number of trees at the end.</summary>
    public int[] FirstTree { get; }

    public byte[] Blocks => [.. _blocks];

    /// <summary>Leaf value an exit; 0 where a subtree follows.</summary>
    public double[] Values => [.. _values];

    /// <summary>What follows an exit that has the <see cref="TailFlag"/>.</summary>
    public HeadTail[] Tails => [.. _tails];

    public static HeadLayout For<TLanes>(TreeEnsemble ensemble, ThresholdTable table)
        where TLanes : struct, IHeadLanes<TLanes> =>
        new(ensemble, table, TLanes.Trees, TLanes.IndexRows, TLanes.Bias, TLanes.Exit);

    /// <summary>Makes room for heads, each of which leaves by its first exit with value 0 until it is filled.</summary>
    private void Reserve(int slots)
    {
        var block = new byte[BlockLength];
        block.AsSpan((_indexRows + 1) * _treesPerBlock * HeadLength).Fill(_exit);
        while (_values.Count < slots * Exits)
        {
            _blocks.AddRange(block);
            _values.AddRange(new double[_treesPerBlock * Exits]);
            _tails.AddRange(new HeadTail[_treesPerBlock * Exits]);
        }
    }

    /// <returns>The exits behind which a subtree follows, with its root.</returns>
    private List<(int Exit, int Root)> Add(int slot, DecisionTree tree, int root, long[]? visits)
    {
        var head = TreeHead.Of(tree, root, HeadLength, visits);
        var placeInHead = head.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        var tails = new List<(int Exit, int Root)>();
        var exits = 0;
        if (root < 0)
            _values[slot * Exits] = tree.Leaves[~root];
        for (var i = 0; i < head.Count; i++)
        {
            var (segment, place) = _table.PlaceOf(tree, head[i]);
            Write(slot, i, segment, (byte)place, CodeOf(tree.Left[head[i]]), CodeOf(tree.Right[head[i]]));
        }

        return tails;

        byte CodeOf(int child)
        {
            if (child >= 0 && placeInHead.TryGetValue(child, out var inHead))
                return (byte)inHead;
            var exit = exits++;
            if (child < 0)
            {
                _values[(slot * Exits) + exit] = tree.Leaves[~child];
                return (byte)(_exit | exit);
            }

            tails.Add((exit, child));
            return (byte)(_exit | TailFlag | exit);
        }
    }

    private void Write(int slot, int i, int segment, byte place, byte left, byte right)
    {
        var row = _treesPerBlock * HeadLength;
        var at = (slot / _treesPerBlock * BlockLength) + (slot % _treesPerBlock * HeadLength) + i;
        for (var index = 0; index < _indexRows; index++, at += row)
        {
            _blocks[at] = _indexRows == 1 ? (byte)segment
                : segment / RanksPerRow == index ? (byte)(segment % RanksPerRow)
                : NoIndex;
        }

        _blocks[at] = (byte)(place ^ _bias);
        _blocks[at + row] = left;
        _blocks[at + (2 * row)] = right;
    }
}
