using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class NumpyFileTests
{
    private static readonly float[] Values = [1, 2, 3, 4, 5, 6];

    private const string Header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n";

    [Fact]
    public void InputsComeRowAfterRow() =>
        Assert.Equal([[1f, 2, 3], [4f, 5, 6]], NumpyFile.Parse(NumpyBytes.Of(Header, Values), "inputs.npy").Values);

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", "float32 ('<f4') in row-major order is read")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", "float32 ('<f4') in row-major order is read")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }", "shape (2, 4) does not fit 24 bytes of float32")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "shape () does not fit 24 bytes of float32")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 0), }", "shape (2, 0) holds no value")]
    public void AnotherLayoutIsRefused(string header, string reason) =>
        Assert.EndsWith(
            reason,
            Assert.Throws<InvalidInputException>(() => NumpyFile.Parse(NumpyBytes.Of(header, Values), "inputs.npy")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var whole = NumpyBytes.Of(Header, Values);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidInputException>(() => NumpyFile.Parse(whole[..length], "inputs.npy"));
    }
}
