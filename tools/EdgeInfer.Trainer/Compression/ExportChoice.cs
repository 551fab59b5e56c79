using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Which of the networks that were tried is exported: the smallest that may be, of equally small ones the better.</summary>
/// <param name="Rows">What was tried, marked.</param>
/// <param name="Best">Index of the exported one; where none may be, of the first that was refused.</param>
internal sealed record ExportChoice(IReadOnlyList<CompressionRow> Rows, int Best)
{
    /// <param name="tried">The original first, then one or more networks.</param>
    /// <param name="gate">Judges a network; null where nothing is known of its accuracy.</param>
    public static ExportChoice Of(IReadOnlyList<CompressionRow> tried, MarginGate? gate)
    {
        int[] candidates = [.. Enumerable.Range(1, tried.Count - 1).Where(i => IsExportable(tried, i))];
        var rows = tried.ToArray();
        foreach (var i in candidates)
            rows[i] = rows[i] with { Gate = gate?.Judge(rows[i].Difference!) };
        var best = candidates
            .OrderBy(i => IsRefused(rows[i]))
            .ThenBy(i => IsRefused(rows[i]) ? i : rows[i].ModelBytes)
            .ThenByDescending(i => rows[i].Figure?.Value)
            .First();
        rows[best] = rows[best] with { Exported = !IsRefused(rows[best]) };
        return new ExportChoice(rows, best);
    }

    private static bool IsRefused(CompressionRow one) => one.Gate is { Passes: false };

    /// <summary>The device runs int8; another format is written where nothing else was asked for.</summary>
    private static bool IsExportable(IReadOnlyList<CompressionRow> tried, int index) =>
        tried[index].Format == ModelFormat.Int8 || tried.All(one => one.Format != ModelFormat.Int8);
}
