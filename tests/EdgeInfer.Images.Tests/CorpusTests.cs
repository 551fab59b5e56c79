using EdgeInfer.Tests.Support.Fuzzing;


namespace EdgeInfer.Images.Tests;

public sealed class CorpusTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void DamagedJpegFilesAreReadOrRefused() => CorpusReplay.Run("jpeg", JpegTarget.Run, Mutations);

    [Fact]
    public void DamagedPngFilesAreReadOrRefused() => CorpusReplay.Run("png", PngTarget.Run, Mutations);
}
