using System.IO.Compression;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Sampling;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Sampling;

public sealed class IdxSampleTests : IDisposable
{
    private const int HeaderBytes = 8;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ASampleHoldsAsManyImagesOfEveryClassAndIsTheSameForASeed()
    {
        ImageFolder.WriteIdx(_folder);
        var original = _folder.File("train-images-idx3-ubyte.gz");
        IdxSample.Write(original, _folder.File("one"), 10, seed: 1);
        IdxSample.Write(original, _folder.File("two"), 10, seed: 1);
        var file = "train-images-idx3-ubyte.gz";

        var labels = Labels(_folder.File("one/train-labels-idx1-ubyte.gz"));
        Assert.Equal((5, 5), (labels.Count(label => label == 0), labels.Count(label => label == 1)));
        Assert.Equal(File.ReadAllBytes(_folder.File("one/" + file)), File.ReadAllBytes(_folder.File("two/" + file)));
        Assert.Throws<InvalidInputException>(() => IdxSample.Write(original, _folder.File("three"), 60, seed: 1));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Labels(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray()[HeaderBytes..];
    }
}
