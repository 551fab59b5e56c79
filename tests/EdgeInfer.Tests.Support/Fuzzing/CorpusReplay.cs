namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>A fuzzer's corpus and small damage to it, replayed in a test; docs/decisions/fuzzing.md tells of the long runs.</summary>
public static class CorpusReplay
{
    private const int Seed = 20_261_122;

    /// <param name="target">Folder of the corpus.</param>
    /// <param name="run">Whether an input was read; throws where it was neither read nor refused as it should be.</param>
    /// <param name="mutations">Damaged files; of these at least a hundredth must be read, and as many refused.</param>
    public static void Run(string target, Func<byte[], bool> run, int mutations)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "EdgeInfer.Fuzzing", "Corpus", target))
            .Order(StringComparer.Ordinal)];
        byte[][] corpus = [.. files.Select(File.ReadAllBytes)];
        Assert.All(files.Zip(corpus), file => Assert.True(run(file.Second), file.First));
        Assert.InRange(corpus.Sum(file => file.Length), 1, 32_768);
        var damaged = new CorpusMutations(corpus, Seed);
        var read = 0;
        for (var number = 0; number < mutations; number++)
        {
            var bytes = damaged.Next();
            var error = Record.Exception(() => read += run(bytes) ? 1 : 0);
            Assert.True(error is null, $"seed {Seed}, case {number}, {Convert.ToHexString(bytes)}: {error}");
        }

        Assert.InRange(read, mutations / 100, mutations - mutations / 100);
    }
}
