using EdgeInfer.Recordings.Holes;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Tests.Tables;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Holes;

public sealed class HoleFillingTests
{
    private const float NaN = float.NaN;
    private const long Second = 1_000_000_000;

    [Theory]
    [InlineData(HoleRule.Gap, null, new[] { NaN, 1, NaN, NaN, 4, NaN, 6, NaN })]
    [InlineData(HoleRule.Hold, 2.0, new[] { NaN, 1, NaN, NaN, 4, 4, 6, 6 })]
    [InlineData(HoleRule.Hold, 3.0, new[] { NaN, 1, 1, 1, 4, 4, 6, 6 })]
    [InlineData(HoleRule.Interpolate, 2.0, new[] { NaN, 1, NaN, NaN, 4, 5, 6, NaN })]
    [InlineData(HoleRule.Interpolate, 3.0, new[] { NaN, 1, 2, 3, 4, 5, 6, NaN })]
    public void HolesUpToTheLimitAreFilledAndLongerOnesStayWhole(HoleRule rule, double? limit, float[] expected)
    {
        float[] values = [NaN, 1, NaN, NaN, 4, NaN, 6, NaN];
        long[] times = [.. Enumerable.Range(0, values.Length).Select(row => row * Second)];
        var filled = HoleFilling.Apply(values, 1, times, new DatasetHoles(rule, limit));
        Assert.Equal(expected, values);
        Assert.Equal(expected.Count(float.IsFinite) - 3, filled);
    }

    [Fact]
    public void ChannelsAreFilledByThemselvesAndInfinityIsNoHole()
    {
        float[] values = [0, float.PositiveInfinity, NaN, NaN, 4, 2];
        HoleFilling.Apply(values, 2, [0, Second, 2 * Second], new DatasetHoles(HoleRule.Hold, 5));
        Assert.Equal([0, float.PositiveInfinity, 0, float.PositiveInfinity, 4, 2], values);
    }

    [Fact]
    public void NoHoleIsFilledAcrossAClockThatRunsBack()
    {
        float[] values = [1, NaN, 3];
        HoleFilling.Apply(values, 1, [Second, 2 * Second, 0], new DatasetHoles(HoleRule.Interpolate, 5));
        Assert.Equal([1, NaN, 3], values);
    }

    [Fact]
    public void EmptyCellsAreHolesWhereTheDataSetHasARule()
    {
        using var folder = new SensorFolder();
        folder.Describe("\"holes\": { \"rule\": \"interpolate\", \"limit_seconds\": 0.3 }");
        folder.Replace("a.csv", "1100,1.5", "1100,");
        folder.Replace("a.csv", "1200,2.5", "1200,nan");
        Assert.Equal([0.5f, 1.5f, 2.5f, 3.5f], folder.Samples().Values()[..4]);
    }
}
