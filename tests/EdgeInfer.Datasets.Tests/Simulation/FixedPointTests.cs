using System.Text;
using EdgeInfer.Datasets.Simulation;

namespace EdgeInfer.Datasets.Tests.Simulation;

public sealed class FixedPointTests
{
    [Theory]
    [InlineData(0, 4, "0.0000")]
    [InlineData(-39, 4, "-0.0039")]
    [InlineData(-79_872, 4, "-7.9872")]
    [InlineData(2_451, 2, "24.51")]
    [InlineData(2_405, 2, "24.05")]
    public void ANumberIsWrittenWithItsDecimals(int value, int decimals, string expected)
    {
        Span<byte> output = stackalloc byte[12];
        Assert.Equal(expected, Encoding.ASCII.GetString(output[..FixedPoint.Write(output, value, decimals)]));
    }
}
