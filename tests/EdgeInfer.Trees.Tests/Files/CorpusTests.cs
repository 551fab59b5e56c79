using EdgeInfer.Tests.Support.Fuzzing;


namespace EdgeInfer.Trees.Tests.Files;

public class CorpusTests
{
    [Fact]
    public void DamagedFilesAreRefusedOrSoundInBoundedMemory() => CorpusReplay.Run("trees", TreesTarget.Run, mutations: 10_000);
}
