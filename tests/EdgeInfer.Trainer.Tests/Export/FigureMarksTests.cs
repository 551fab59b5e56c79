using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Tests.Export;

public sealed class FigureMarksTests
{
    [Theory]
    [InlineData(false, false, false, "")]
    [InlineData(true, false, true, " (simulated) (optimistic: leaky split)")]
    [InlineData(false, true, false, " (quick budgets: no basis for a choice)")]
    public void WhatAFigureMustBeReadWithStandsBehindIt(bool simulated, bool quick, bool leaky, string suffix) =>
        Assert.Equal(suffix, FigureMarks.Suffix(simulated, quick, leaky));
}
