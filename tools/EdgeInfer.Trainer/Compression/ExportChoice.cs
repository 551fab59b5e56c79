namespace EdgeInfer.Trainer.Compression;

/// <summary>Which of the networks that were tried is exported: the smallest that may be, of equally small ones the better.</summary>
/// <param name="Rows">What was tried, marked.</param>
/// <param name="Best">Index of the exported one; where none may be, of the first that was refused.</param>
internal sealed record ExportChoice(IReadOnlyList<TriedNetwork> Rows, int Best)
{
    /// <param name="tried">The original first, then one or more networks.</param>
    /// <param name="refusal">Why a network may not be exported; null where it may.</param>
    public static ExportChoice Of(IReadOnlyList<TriedNetwork> tried, Func<TriedNetwork, string?> refusal)
    {
        int[] candidates = [.. Enumerable.Range(1, tried.Count - 1).Where(i => IsExportable(tried, i))];
        var rows = tried.ToArray();
        foreach (var i in candidates)
            rows[i] = rows[i] with { Refusal = refusal(rows[i]) };
        var best = candidates
            .OrderBy(i => rows[i].Refusal is not null)
            .ThenBy(i => rows[i].Refusal is null ? rows[i].ModelBytes : i)
            .ThenByDescending(i => rows[i].Figure?.Value)
            .First();
        rows[best] = rows[best] with { Exported = rows[best].Refusal is null };
        return new ExportChoice(rows, best);
    }

    /// <summary>The device runs int8; another format is written where nothing else was asked for.</summary>
    private static bool IsExportable(IReadOnlyList<TriedNetwork> tried, int index) =>
        tried[index].Format == CompressedNetwork.Integers || tried.All(one => one.Format != CompressedNetwork.Integers);
}
