using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>Compares every engine's scores on one case, then measures them against each other.</summary>
internal static class TreeBenchmark
{
    /// <summary>
    /// Fewer than two batches: that ten engines walk in turn over rows that stay in the cache, as a row just computed does.
    /// </summary>
    private const int SingleRows = 256;

    public static TreeResult Run(TreeCase measured, InterleavedOptions options)
    {
        var rows = new ScoredRows(measured, options.Seed);
        using var single = Scorers.Single(measured);
        using var batch = Scorers.Batch(measured);
        // ML.NET's own scores where its model is there, ONNX Runtime's otherwise.
        var expected = rows.By(single.Peers.FirstOrDefault(peer => peer.Name == "mlnet") ?? single.Peers[0]);
        return TreeResult.Join(
        [
            Run(measured, single, measured.Rows[..SingleRows], rows, expected, options),
            Run(
                measured,
                batch,
                [.. measured.Rows.Chunk(TreeCase.BatchRows).Select(chunk => chunk.SelectMany(row => row).ToArray())],
                rows,
                expected,
                options),
        ]);
    }

    private static TreeResult Run(
        TreeCase measured, Scorers scorers, float[][] calls, ScoredRows rows, float[] expected, InterleavedOptions options)
    {
        var agreements = scorers.All.ToDictionary(scorer => scorer.Name, scorer => Agreement.Of(rows.Count, rows.By(scorer), expected));
        var result = Interleaved.Measure(
            [.. scorers.All.Select(scorer => Contender(scorer, calls, measured.Ensemble.OutputCount))], calls.Length, options);
        return new(
            [.. scorers.Ours.Select(ours => Record(ours.Name))],
            [.. scorers.Peers.Select(peer => new PeerRecord(
                measured.Name, scorers.Mode, peer.Name, result[peer.Name].MedianNanoseconds, agreements[peer.Name]))]);

        TreeRecord Record(string ours)
        {
            var ratios = PeerRatios.Of(result, ours, scorers.Peers.Select(peer => peer.Name));
            return new(
                measured.Name, ours, scorers.Mode, agreements[ours].BitEqual, result[ours].MedianNanoseconds,
                ratios.Part(ratio => ratio.Median), ratios.Part(ratio => ratio.P10), ratios.Part(ratio => ratio.P90))
            {
                AllocatedBytes = result[ours].AllocatedBytes,
            };
        }
    }

    private static Contender Contender(ITreeScorer scorer, float[][] calls, int outputs)
    {
        var raw = new float[scorer.Rows * outputs];
        return new(scorer.Name, call => scorer.Score(calls[call], raw));
    }
}
