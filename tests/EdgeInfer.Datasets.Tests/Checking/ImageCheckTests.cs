using EdgeInfer.Datasets.Checking;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Checking;

public sealed class ImageCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(3, 3, "3 x 3 px; frame says 2 x 3")]
    [InlineData(2, 4, "2 x 4 px; frame says 2 x 3")]
    public void AnImageOfAnotherSizeIsRefusedByName(int width, int height, string reason)
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("3.png"), ImageFolder.Png(width, height, 1));

        Assert.Equal(
            [$"{_folder.File("3.png")}: {reason}; frame.fit, stretch, crop or pad, would take it"],
            DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void ATruncatedPngIsRefusedByName()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("4.png"), ImageFolder.Png(2, 3, 1)[..50]);

        var problem = Assert.Single(DatasetCheck.Run(_folder.Path).Problems);

        Assert.StartsWith(_folder.File("4.png") + ": ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AChunkThatDoesNotMatchItsChecksumIsRefused()
    {
        ImageFolder.WritePngs(_folder);
        var bytes = ImageFolder.Png(2, 3, 1);
        bytes[^1] ^= 1;
        File.WriteAllBytes(_folder.File("4.png"), bytes);

        Assert.Equal(
            [$"{_folder.File("4.png")}: a damaged PNG: a chunk of 0 bytes does not match its checksum"],
            DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void AnIdxFileThatEndsEarlyIsRefusedByName()
    {
        ImageFolder.WriteIdx(_folder);
        ImageFolder.Gzip(
            _folder.File("t10k-images-idx3-ubyte.gz"),
            [0, 0, 8, 3, .. ImageFolder.Number(20), .. ImageFolder.Number(2), .. ImageFolder.Number(3), 1, 2, 3]);

        var problem = Assert.Single(DatasetCheck.Run(_folder.Path).Problems);

        Assert.Equal(
            $"{_folder.File("t10k-images-idx3-ubyte.gz")}: holds 3 of the 120 values that its header announces: is it truncated?", problem);
    }

    [Fact]
    public void LabelsMustBeAsManyAsImagesAndOfTheTask()
    {
        ImageFolder.WriteIdx(_folder);
        var labels = _folder.File("t10k-labels-idx1-ubyte.gz");
        ImageFolder.Gzip(labels, [0, 0, 8, 1, .. ImageFolder.Number(2), 0, 1]);
        Assert.Equal([$"{labels}: announces 2 labels for 20 images"], DatasetCheck.Run(_folder.Path).Problems);

        ImageFolder.Gzip(labels, [0, 0, 8, 1, .. ImageFolder.Number(20), .. new byte[19], 7]);
        Assert.Equal([$"{labels}: label 19: '7' is not a label of the task (0, 1)"], DatasetCheck.Run(_folder.Path).Problems);
    }

    public void Dispose() => _folder.Dispose();
}
