using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Fuzzing;

namespace EdgeInfer.Recordings.Tests.Csv;

[Slow("replays a fuzzer's corpus")]
public sealed class CorpusTests
{
    private const int Mutations = 5_000;

    [Fact]
    public void DamagedTablesAreReadOrRefused() => CorpusReplay.Run("text", TextTarget.Run, Mutations);
}
