using EdgeInfer.Fuzzing.Targets;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Images;

public sealed class CorpusTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void DamagedJpegFilesAreReadOrRefused() => CorpusReplay.Run("jpeg", JpegTarget.Run, Mutations);

    [Fact]
    public void DamagedPngFilesAreReadOrRefused() => CorpusReplay.Run("png", PngTarget.Run, Mutations);

    [Fact]
    public void DamagedIdxFilesAreReadOrRefused() => CorpusReplay.Run("idx", IdxTarget.Run, Mutations);
}
