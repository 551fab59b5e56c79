using EdgeInfer.Tests.Support.Fuzzing;


namespace EdgeInfer.Recordings.Tests.Idx;

public sealed class CorpusTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void DamagedIdxFilesAreReadOrRefused() => CorpusReplay.Run("idx", IdxTarget.Run, Mutations);
}
