using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Fuzzing;


namespace EdgeInfer.Trees.Tests.Files;

[Slow("replays a fuzzer's corpus")]
public class CorpusTests
{
    [Fact]
    public void DamagedFilesAreRefusedOrSoundInBoundedMemory() => CorpusReplay.Run("trees", TreesTarget.Run, mutations: 10_000);
}
