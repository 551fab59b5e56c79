using EdgeInfer.Fuzzing;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Files;

/// <summary>The fuzzer's corpus and small damage to it, replayed; docs/decisions/fuzzing.md tells of the long runs.</summary>
public class CorpusTests
{
    private const int Seed = 20_261_122;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "EdgeInfer.Fuzzing", "Corpus");

    [Fact]
    public void EveryFileOfTheCorpusIsRead()
    {
        var files = Directory.GetFiles(Folder, "*" + CompactTreeFile.Extension);

        Assert.InRange(files.Length, 3, 100);
        Assert.All(files, file => Assert.True(TreesTarget.Run(File.ReadAllBytes(file)), file));
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 0, 32_768);
    }

    [Fact]
    public void DamagedFilesAreRefusedOrSoundInBoundedMemory()
    {
        byte[][] corpus = [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        var mutations = new CorpusMutations(corpus, Seed);
        var read = 0;
        for (var number = 0; number < 10_000; number++)
        {
            var bytes = mutations.Next();
            var error = Record.Exception(() => read += TreesTarget.Run(bytes) ? 1 : 0);
            Assert.True(error is null, $"seed {Seed}, case {number}, {Convert.ToHexString(bytes)}: {error}");
        }

        Assert.InRange(read, 500, 9_500);
    }
}
