using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Idx;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(new byte[] { 0, 0, 8 }, "ends inside the header of an IDX file, after 3 of 16 bytes")]
    [InlineData(
        new byte[] { 0, 0, 9, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1 },
        "begins with 00 00 09 03; an IDX file of bytes in 3 dimensions with 00 00 08 03")]
    [InlineData(new byte[] { 0, 0, 8, 3, 255, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3 }, "announces 4278190080 entries, not 1 to 1000000")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 9, 0, 0, 255, 0, 2, 0, 255, 0, 3 }, "values, not 1 to 100000000")]
    public void AWrongIdxHeaderIsRefusedBeforeAnythingIsRead(byte[] bytes, string reason)
    {
        ImageFolder.WriteIdx(_folder);
        File.WriteAllBytes(_folder.File("t10k-images-idx3-ubyte.gz"), bytes);

        Assert.Contains(
            reason, Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdxFileTakesNoMemoryForValuesThatNeverArrive()
    {
        var path = _folder.File("train-images-idx3-ubyte");
        byte[] header = [0, 0, 8, 3, .. ImageFolder.Number(1_000), .. ImageFolder.Number(300), .. ImageFolder.Number(300), 1, 2];
        ImageFolder.Gzip(path, header);
        using (var packed = IdxFile.Open(path, 3))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains(
                "holds 2 of the 90000000", Assert.Throws<InvalidInputException>(packed.ReadValues).Message, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }

        File.WriteAllBytes(path, header);
        Assert.Contains(
            "holds 2 of the 90000000", Assert.Throws<InvalidInputException>(() => IdxFile.Open(path, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdxFileOfSeveralChunksIsReadWhole()
    {
        var path = _folder.File("train-images-idx3-ubyte");
        byte[] values = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i % 251))];
        ImageFolder.Gzip(
            path, [0, 0, 8, 3, .. ImageFolder.Number(3), .. ImageFolder.Number(1_000), .. ImageFolder.Number(1_000), .. values]);
        using var file = IdxFile.Open(path, 3);

        Assert.Equal(values, file.ReadValues());
    }

    public void Dispose() => _folder.Dispose();
}
