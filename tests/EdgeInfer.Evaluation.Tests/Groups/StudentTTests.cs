using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class StudentTTests
{
    [Theory]
    [InlineData(0.975, 1, 12.7062047)]
    [InlineData(0.975, 2, 4.3026527)]
    [InlineData(0.975, 3, 3.1824463)]
    [InlineData(0.975, 4, 2.7764451)]
    [InlineData(0.975, 5, 2.5705818)]
    [InlineData(0.975, 10, 2.2281389)]
    [InlineData(0.975, 16, 2.1199053)]
    [InlineData(0.975, 30, 2.0422725)]
    [InlineData(0.975, 120, 1.9799304)]
    [InlineData(0.95, 1, 6.3137515)]
    [InlineData(0.95, 4, 2.1318468)]
    [InlineData(0.95, 10, 1.8124611)]
    [InlineData(0.995, 5, 4.0321430)]
    [InlineData(0.995, 10, 3.1692727)]
    public void QuantilesEqualThePublishedTable(double probability, int degrees, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(probability, degrees), 1e-6);

    [Fact]
    public void ManyDegreesOfFreedomApproachTheNormalDistribution() =>
        Assert.Equal(1.959964, StudentT.Quantile(0.975, 1_000_000), 1e-5);

    [Theory]
    [InlineData(0.001, 3)]
    [InlineData(0.3, 7)]
    [InlineData(0.5, 1)]
    [InlineData(0.8, 1)]
    [InlineData(0.9999, 25)]
    public void TheCumulativeShareUndoesTheQuantile(double probability, int degrees) =>
        Assert.Equal(probability, StudentT.Cumulative(StudentT.Quantile(probability, degrees), degrees), 1e-12);

    [Fact]
    public void OneDegreeOfFreedomIsTheCauchyDistribution() =>
        Assert.Equal(0.5 + Math.Atan(2.5) / Math.PI, StudentT.Cumulative(2.5, 1), 1e-13);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void AProbabilityWithoutAQuantileIsRefused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(probability, 3));
}
