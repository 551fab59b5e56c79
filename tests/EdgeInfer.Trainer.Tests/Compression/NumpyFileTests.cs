using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class NumpyFileTests
{
    private const string Header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n";

    [Fact]
    public void InputsComeRowAfterRow() =>
        Assert.Equal([[1f, 2, 3], [4f, 5, 6]], NumpyFile.Parse(Bytes(Header, 6), "inputs.npy"));

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", "float32 ('<f4') in row-major order is read")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", "float32 ('<f4') in row-major order is read")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }", "shape (2, 4) does not fit 24 bytes of float32")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "shape () does not fit 24 bytes of float32")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 0), }", "shape (2, 0) holds no value")]
    public void AnotherLayoutIsRefused(string header, string reason) =>
        Assert.EndsWith(reason, Assert.Throws<InvalidInputException>(() => NumpyFile.Parse(Bytes(header, 6), "inputs.npy")).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var whole = Bytes(Header, 6);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidInputException>(() => NumpyFile.Parse(whole[..length], "inputs.npy"));
    }

    private static byte[] Bytes(string header, int values) =>
    [
        0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header),
        .. Enumerable.Range(1, values).SelectMany(value => BitConverter.GetBytes((float)value)),
    ];
}
