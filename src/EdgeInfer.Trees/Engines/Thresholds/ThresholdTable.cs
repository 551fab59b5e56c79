using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>
/// The distinct thresholds of an ensemble, sorted, in segments of one feature (and direction of NaN) each. A node's
/// question x &lt;= t becomes rank(x) &lt;= place of t, in whole numbers and without a rounding: rank is the number of
/// the segment's thresholds that x exceeds. A feature with more thresholds than a byte counts has several segments,
/// every one with a rank of its own.
/// </summary>
internal sealed class ThresholdTable
{
    /// <summary>
    /// A segment's thresholds are padded to a multiple of this with infinity, which nothing exceeds; there is always some
    /// padding, for a value above all thresholds of full blocks looks one block further.
    /// </summary>
    public const int BlockLength = 16;

    /// <summary>So that a rank and a place fit a byte.</summary>
    public const int LongestSegment = byte.MaxValue;

    private readonly Dictionary<(int Feature, bool MissingLeft, float Threshold), (int Segment, int Place)> _placeOf = [];

    public ThresholdTable(TreeEnsemble ensemble)
    {
        var parts = ensemble.Trees
            .SelectMany(tree => Enumerable.Range(0, tree.NodeCount).Select(node => KeyOf(tree, node)))
            .Distinct()
            .Order()
            .GroupBy(key => (key.Feature, key.MissingLeft))
            .SelectMany(feature => feature.Chunk(LongestSegment))
            .ToArray();
        Segments = new ThresholdSegment[parts.Length];
        // NaN exceeds all pivots and so looks one block further than any segment is long.
        Thresholds = new float[parts.Sum(part => Padded(part.Length)) + Padded(LongestSegment) + BlockLength];
        Array.Fill(Thresholds, float.PositiveInfinity);
        Pivots = new float[parts.Length * BlockLength];
        Array.Fill(Pivots, float.PositiveInfinity);
        var first = 0;
        for (var segment = 0; segment < parts.Length; segment++)
        {
            var part = parts[segment];
            Segments[segment] = new(part[0].Feature, first, part.Length, part[0].MissingLeft);
            for (var place = 0; place < part.Length; place++)
            {
                Thresholds[first + place] = part[place].Threshold;
                _placeOf[part[place]] = (segment, place);
                if (place % BlockLength == BlockLength - 1)
                    Pivots[(segment * BlockLength) + (place / BlockLength)] = part[place].Threshold;
            }

            first += Padded(part.Length);
        }
    }

    public ThresholdSegment[] Segments { get; }

    /// <summary>Of all segments; a segment starts at its <see cref="ThresholdSegment.First"/>.</summary>
    public float[] Thresholds { get; }

    /// <summary>The last threshold of each full block, a block of pivots for each segment.</summary>
    public float[] Pivots { get; }

    /// <summary>Segment that a node asks, and the place of its threshold in it.</summary>
    public (int Segment, int Place) PlaceOf(DecisionTree tree, int node) => _placeOf[KeyOf(tree, node)];

    private static (int Feature, bool MissingLeft, float Threshold) KeyOf(DecisionTree tree, int node) =>
        (tree.Feature[node], tree.MissingLeft?[node] == true, tree.Threshold[node]);

    private static int Padded(int count) => ((count / BlockLength) + 1) * BlockLength;
}
