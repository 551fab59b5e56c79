using EdgeInfer.Serving.Explanations.Occlusion;

namespace EdgeInfer.Serving.Tests.Explanations.Occlusion;

public sealed class LogOddsTests
{
    [Fact]
    public void AreTheLogarithmOfALabelsShareToTheOthers() =>
        Assert.Equal(Math.Log(0.5 / 0.5), LogOdds.Of([0.25f, 0.5f, 0.25f], 1), 1e-12);

    [Fact]
    public void TellCertainLabelsApartWhoseProbabilityIsOne() =>
        Assert.True(LogOdds.Of([1, 1e-12f], 0) > LogOdds.Of([1, 1e-9f], 0) + 6);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void StayFiniteAtTheEnds(float label, float other) => Assert.True(double.IsFinite(LogOdds.Of([label, other], 0)));
}
