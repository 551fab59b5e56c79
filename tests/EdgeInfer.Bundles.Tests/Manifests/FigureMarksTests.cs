using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Bundles.Tests.Manifests;

public sealed class FigureMarksTests
{
    [Theory]
    [InlineData(false, false, false, "")]
    [InlineData(true, false, true, " (simulated) (optimistic: leaky split)")]
    [InlineData(false, true, false, " (quick budgets)")]
    public void WhatAFigureMustBeReadWithStandsBehindIt(bool simulated, bool quick, bool leaky, string suffix) =>
        Assert.Equal(suffix, FigureMarks.Suffix(simulated, quick, leaky));
}
