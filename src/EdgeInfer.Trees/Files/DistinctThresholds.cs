using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>The features that nodes ask, ascending, and the distinct thresholds of each, ascending.</summary>
/// <param name="Features">Indices into the feature vector.</param>
/// <param name="First">Where the thresholds of a feature start, and their number at the end.</param>
/// <param name="Thresholds">Feature after feature.</param>
internal sealed record DistinctThresholds(int[] Features, int[] First, float[] Thresholds)
{
    public static DistinctThresholds Of(IEnumerable<DecisionTree> trees)
    {
        var keys = trees
            .SelectMany(tree => tree.Feature.Zip(tree.Threshold, (feature, threshold) => (Feature: feature, Key: KeyOf(threshold))))
            .Distinct()
            .Order()
            .ToArray();
        int[] features = [.. keys.Select(key => key.Feature).Distinct()];
        var first = new int[features.Length + 1];
        foreach (var group in keys.CountBy(key => key.Feature))
            first[Array.BinarySearch(features, group.Key) + 1] = group.Value;
        for (var slot = 1; slot < first.Length; slot++)
            first[slot] += first[slot - 1];
        return new(features, first, [.. keys.Select(key => FloatOf(key.Key))]);
    }

    /// <summary>
    /// Orders floats, -0 before +0, as integers: the sign decides, then the magnitude. Equal only for equal bits.
    /// </summary>
    public static int KeyOf(float threshold)
    {
        var bits = BitConverter.SingleToInt32Bits(threshold);
        return bits ^ ((bits >> 31) & int.MaxValue);
    }

    public int CountOf(int slot) => First[slot + 1] - First[slot];

    public int SlotOf(int feature) => Array.BinarySearch(Features, feature);

    public int RankOf(int slot, float threshold)
    {
        var (low, high) = (First[slot], First[slot + 1]);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            (low, high) = KeyOf(Thresholds[middle]) <= KeyOf(threshold) ? (middle, high) : (low, middle);
        }

        return low - First[slot];
    }

    private static float FloatOf(int key) => BitConverter.Int32BitsToSingle(key ^ ((key >> 31) & int.MaxValue));
}
