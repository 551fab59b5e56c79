namespace EdgeInfer.Hub.Ingestion;

/// <summary>
/// What the sequence numbers of one or several boots tell. Numbers after the highest received one are unknown here:
/// a replay closes with its summaries, whose numbers cover all before them.
/// </summary>
/// <param name="Published">Highest number seen, which is how many the device published by then.</param>
/// <param name="Received">Distinct numbers received.</param>
/// <param name="Duplicates">Receptions of a number seen before, which at-least-once delivery allows.</param>
public readonly record struct SequenceCounts(long Published, long Received, long Duplicates)
{
    public long Lost => Published - Received;

    public static SequenceCounts operator +(SequenceCounts a, SequenceCounts b) =>
        new(a.Published + b.Published, a.Received + b.Received, a.Duplicates + b.Duplicates);
}
