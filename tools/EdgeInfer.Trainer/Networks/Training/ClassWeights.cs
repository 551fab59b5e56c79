namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>Weights of classes in the loss, so that a rare class is not learnt as noise.</summary>
internal static class ClassWeights
{
    /// <summary>Below this ratio of the commonest to the rarest class all weigh the same.</summary>
    private const double Balanced = 1.5;

    /// <returns>
    /// One a class, proportional to 1 / sqrt(count) and 1 on average over the samples; null where the classes are
    /// balanced. The full inverse would let a handful of windows decide the gradient.
    /// </returns>
    public static float[]? Of(IReadOnlyList<int> labels, int classes)
    {
        var counts = new int[classes];
        foreach (var label in labels)
            counts[label]++;
        var present = counts.Where(count => count > 0).ToArray();
        if (present.Max() < Balanced * present.Min())
            return null;
        double[] raw = [.. counts.Select(count => 1 / Math.Sqrt(Math.Max(count, 1)))];
        var mean = raw.Zip(counts, (weight, count) => weight * count).Sum() / labels.Count;
        return [.. raw.Select(weight => (float)(weight / mean))];
    }
}
