using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>
/// The distinct thresholds of an ensemble, sorted, a segment for each feature (and direction of NaN) that a node asks.
/// A node's question x &lt;= t becomes rank(x) &lt;= place of t, in whole numbers and without a rounding: rank is the
/// number of the segment's thresholds that x exceeds.
/// </summary>
internal sealed class ThresholdTable
{
    /// <summary>A segment's thresholds are padded to a multiple of this with infinity, which nothing exceeds.</summary>
    public const int BlockLength = 16;

    private readonly Dictionary<(int Feature, bool MissingLeft), int> _segmentOf = [];

    public ThresholdTable(TreeEnsemble ensemble)
    {
        var segments = ensemble.Trees
            .SelectMany(tree => Enumerable.Range(0, tree.NodeCount).Select(node => (Key: KeyOf(tree, node), Threshold: tree.Threshold[node])))
            .GroupBy(split => split.Key)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, Thresholds: group.Select(split => split.Threshold).Distinct().Order().ToArray()))
            .ToArray();
        Segments = new ThresholdSegment[segments.Length];
        Thresholds = new float[segments.Sum(segment => Padded(segment.Thresholds.Length))];
        Array.Fill(Thresholds, float.PositiveInfinity);
        List<float> pivots = [];
        var first = 0;
        for (var index = 0; index < segments.Length; index++)
        {
            var ((feature, missingLeft), thresholds) = segments[index];
            var blocks = Padded(thresholds.Length) / BlockLength;
            Segments[index] = new(feature, first, thresholds.Length, blocks, pivots.Count, missingLeft);
            _segmentOf[(feature, missingLeft)] = index;
            thresholds.CopyTo(Thresholds, first);
            first += blocks * BlockLength;
            if (blocks > 1)
                AddPivots(pivots, thresholds, blocks);
        }

        Pivots = [.. pivots];
    }

    public ThresholdSegment[] Segments { get; }

    /// <summary>Of all segments; a segment starts at its <see cref="ThresholdSegment.First"/>.</summary>
    public float[] Thresholds { get; }

    /// <summary>The last threshold of each block of a segment that has several, padded as the thresholds are.</summary>
    public float[] Pivots { get; }

    /// <summary>Segment that a node asks.</summary>
    public int SegmentOf(DecisionTree tree, int node) => _segmentOf[KeyOf(tree, node)];

    /// <summary>Place of a node's threshold in its segment.</summary>
    public int PlaceOf(DecisionTree tree, int node)
    {
        var segment = Segments[SegmentOf(tree, node)];
        return Array.BinarySearch(Thresholds, segment.First, segment.Count, tree.Threshold[node]) - segment.First;
    }

    private static (int Feature, bool MissingLeft) KeyOf(DecisionTree tree, int node) =>
        (tree.Feature[node], tree.MissingLeft?[node] == true);

    private static int Padded(int count) => (count + BlockLength - 1) / BlockLength * BlockLength;

    private static void AddPivots(List<float> pivots, float[] thresholds, int blocks)
    {
        for (var block = 0; block < Padded(blocks); block++)
        {
            var last = ((block + 1) * BlockLength) - 1;
            pivots.Add(last < thresholds.Length ? thresholds[last] : float.PositiveInfinity);
        }
    }
}
