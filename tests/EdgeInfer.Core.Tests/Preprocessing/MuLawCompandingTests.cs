using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Core.Tests.Preprocessing;

public sealed class MuLawCompandingTests
{
    [Fact]
    public void EveryPositionOfAVectorGivesTheFormula()
    {
        var window = Enumerable.Range(0, 46).Select(i => (i - 20) * MathF.Pow(1.5f, i % 13 - 6)).ToArray();
        var output = new float[46];

        new MuLawCompanding([1, -2], [2, 0.5f], 23).Apply(window, output);

        for (var i = 0; i < window.Length; i++)
        {
            var standardized = i < 23 ? (window[i] - 1.0) / 2 : (window[i] + 2.0) / 0.5;
            var wanted =
                Math.Sign(standardized) * Math.Log(1 + MuLawCompanding.Mu * Math.Abs(standardized)) / Math.Log(1 + MuLawCompanding.Mu);
            Assert.Equal(wanted, output[i], 1e-6);
        }
    }

    [Fact]
    public void ZeroAndOneDeviationStayWhereTheyAre()
    {
        var output = new float[3];
        new MuLawCompanding([10], [4], 3).Apply([6, 10, 14], output);
        Assert.Equal([-1, 0, 1], output);
    }

    [Fact]
    public void WeakAndStrongComeCloseTogether()
    {
        var output = new float[2];
        new MuLawCompanding([0], [1], 2).Apply([0.05f, 2], output);
        Assert.InRange(output[1] / output[0], 1, 6);
    }

    [Fact]
    public void WhatIsNoNumberStaysNone()
    {
        float[] window = [3e38f, -3e38f, float.NaN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, float.NaN, 3e38f];
        var output = new float[window.Length];
        new MuLawCompanding([0], [0.1f], window.Length).Apply(window, output);
        Assert.Equal([float.PositiveInfinity, float.NegativeInfinity, float.NaN], output[..3]);
        Assert.Equal([float.NaN, float.PositiveInfinity], output[^2..]);
    }

    [Fact]
    public void ApplyingAllocatesNothing()
    {
        var companding = new MuLawCompanding([1, 10], [2, 4], 11);
        var (window, output) = (new float[22], new float[22]);
        companding.Apply(window, output);
        Assert.Equal(0, Allocation.OfLeastRound(() => companding.Apply(window, output)));
    }
}
