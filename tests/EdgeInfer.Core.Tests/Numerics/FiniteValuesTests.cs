using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Tests.Numerics;

public sealed class FiniteValuesTests
{
    private const int Longest = 70;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void OneOddValueIsFoundAtEveryPlaceOfEveryLength(float odd)
    {
        for (var length = 1; length <= Longest; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var values = new float[length];
                values[place] = odd;
                Assert.False(FiniteValues.Are(values), $"place {place} of {length}");
            }
        }
    }

    [Fact]
    public void TheLargestAndTheSmallestNumbersAreFinite()
    {
        float[] edges = [float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 0f, -0f];

        Assert.True(FiniteValues.Are([]));
        for (var length = 1; length <= Longest; length++)
            Assert.True(FiniteValues.Are([.. Enumerable.Range(0, length).Select(i => edges[i % edges.Length])]));
    }
}
