using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Idx;

namespace EdgeInfer.Recordings.Tests.Idx;

public sealed class IdxNamesTests
{
    [Theory]
    [InlineData("a/train-images-idx3-ubyte.gz", "a/train-labels-idx1-ubyte.gz")]
    [InlineData("my-images-idx3-ubyte/t10k-images-idx3-ubyte", "my-images-idx3-ubyte/t10k-labels-idx1-ubyte")]
    public void LabelsStandBesideTheirImages(string images, string labels) => Assert.Equal(labels, IdxNames.LabelsOf(images));

    [Theory]
    [InlineData("my-images-idx3-ubyte/train.gz")]
    [InlineData("train-images-idx3-ubyte.zip")]
    public void AnotherNameIsRefusedByName(string path) =>
        Assert.StartsWith(
            path + ": is not named", Assert.Throws<InvalidInputException>(() => IdxNames.LabelsOf(path)).Message, StringComparison.Ordinal);
}
