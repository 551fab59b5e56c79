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

    /// <summary>Past this the heads fit no cache and the walk is the better kernel; bounds memory for trees of hostile shape.</summary>
    private const int MaximumBytes = 32 << 20;

    /// <summary>Its value and its tail.</summary>
    private const int BytesAnExit = 16;

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
        var open = new Queue<Head>();
        foreach (var output in ensemble.Trees.GroupBy(tree => tree.Output).OrderBy(group => group.Key))
        {
            var slot = FirstTree[output.Key];
            foreach (var tree in output)
            {
                var place = (slot / treesPerBlock * BlockLength) + (slot % treesPerBlock * HeadLength);
                open.Enqueue(new(tree, tree.NodeCount == 0 ? ~0 : 0, NodeVisits.Of(tree), place, slot++ * Exits));
            }

            FirstTree[output.Key + 1] = (slot + Unroll - 1) / Unroll * Unroll;
        }

        Reserve(FirstTree[^1] / treesPerBlock, FirstTree[^1]);
        while (open.TryDequeue(out var head) && !IsTooLarge)
        {
            foreach (var (way, root) in Add(head))
            {
                _tails[head.FirstExit + way] = new(_blocks.Count, _values.Count);
                open.Enqueue(head with { Root = root, Place = _blocks.Count, FirstExit = _values.Count });
                Reserve(blocks: 1, heads: 1);
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

    private bool IsTooLarge => _blocks.Count + (_values.Count * BytesAnExit) > MaximumBytes;

    /// <summary>
    /// Null where the ensemble asks more ranks than the instruction set looks up, or its heads would take too much memory.
    /// </summary>
    public static HeadLayout? TryFor<TLanes>(TreeEnsemble ensemble, ThresholdTable table)
        where TLanes : struct, IHeadLanes<TLanes>
    {
        if (table.Segments.Length > TLanes.MaximumSegments)
            return null;
        var layout = new HeadLayout(ensemble, table, TLanes.Trees, TLanes.IndexRows, TLanes.Bias, TLanes.Exit);
        return layout.IsTooLarge ? null : layout;
    }

    /// <summary>Makes room for heads, each of which leaves by its first exit with value 0 until it is filled.</summary>
    private void Reserve(int blocks, int heads)
    {
        var block = new byte[BlockLength];
        block.AsSpan((_indexRows + 1) * _treesPerBlock * HeadLength).Fill(_exit);
        for (; blocks > 0 && !IsTooLarge; blocks--)
            _blocks.AddRange(block);
        _values.AddRange(new double[heads * Exits]);
        _tails.AddRange(new HeadTail[heads * Exits]);
    }

    /// <returns>The exits behind which a subtree follows, with its root.</returns>
    private List<(int Exit, int Root)> Add(Head subtree)
    {
        var (tree, root, visits, place, firstExit) = subtree;
        var nodes = TreeHead.Of(tree, root, HeadLength, visits);
        var placeInHead = nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        var tails = new List<(int Exit, int Root)>();
        var exits = 0;
        if (root < 0)
            _values[firstExit] = tree.Leaves[~root];
        for (var i = 0; i < nodes.Count; i++)
        {
            var (segment, threshold) = _table.PlaceOf(tree, nodes[i]);
            Write(place + i, segment, (byte)threshold, CodeOf(tree.Left[nodes[i]]), CodeOf(tree.Right[nodes[i]]));
        }

        return tails;

        byte CodeOf(int child)
        {
            if (child >= 0 && placeInHead.TryGetValue(child, out var inHead))
                return (byte)inHead;
            var exit = exits++;
            if (child < 0)
            {
                _values[firstExit + exit] = tree.Leaves[~child];
                return (byte)(_exit | exit);
            }

            tails.Add((exit, child));
            return (byte)(_exit | TailFlag | exit);
        }
    }

    private void Write(int at, int segment, byte place, byte left, byte right)
    {
        var row = _treesPerBlock * HeadLength;
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

    /// <param name="Root">Node of the tree, or the complement of its only leaf.</param>
    /// <param name="Visits">Of the tree's nodes.</param>
    /// <param name="Place">Where its first row of its block starts.</param>
    /// <param name="FirstExit">Index of its first exit.</param>
    private sealed record Head(DecisionTree Tree, int Root, long[]? Visits, int Place, int FirstExit);
}
