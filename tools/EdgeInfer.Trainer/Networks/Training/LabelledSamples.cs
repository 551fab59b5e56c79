namespace EdgeInfer.Trainer.Networks.Training;

/// <param name="Values">Raw, channel-major.</param>
/// <param name="Labels">Index of each sample's class; not looked at where the goal is reconstruction.</param>
internal sealed record LabelledSamples(IReadOnlyList<float[]> Values, IReadOnlyList<int> Labels)
{
    public int Count => Values.Count;

    public LabelledSamples Only(IEnumerable<int> members)
    {
        int[] taken = [.. members];
        return new([.. taken.Select(i => Values[i])], [.. taken.Select(i => Labels[i])]);
    }
}
