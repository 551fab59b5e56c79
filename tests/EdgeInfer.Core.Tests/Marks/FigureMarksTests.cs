using EdgeInfer.Core.Marks;

namespace EdgeInfer.Core.Tests.Marks;

public sealed class FigureMarksTests
{
    [Theory]
    [InlineData(false, false, false, false, "", "")]
    [InlineData(true, false, true, false, "simulated,leaky", " (simulated) (optimistic: leaky split)")]
    [InlineData(false, true, false, true, "quick,origin unknown", " (quick budgets) (origin unknown)")]
    public void WhatAFigureMustBeReadWithStandsBehindIt(
        bool simulated, bool quick, bool leaky, bool unknown, string words, string suffix)
    {
        var marks = new FigureMarks(simulated, quick, leaky, unknown);

        Assert.Equal(words, string.Join(',', marks.Words));
        Assert.Equal(suffix, marks.Suffix);
        Assert.Equal(marks, FigureMarks.OfWords(marks.Words));
        Assert.Equal(suffix.Length == 0, marks.IsEmpty);
    }

    [Fact]
    public void TwoFiguresTogetherBearTheMarksOfBoth() => Assert.Equal(
        FigureMarks.Vocabulary,
        new FigureMarks(true, false, true, false).With(new(false, true, false, true, Chosen: true)).Words);

    [Fact]
    public void WhatItsTestGroupsChoseSaysSo()
    {
        var marks = new FigureMarks { Chosen = true };

        Assert.Equal(" (chosen on its test groups)", marks.Suffix);
        Assert.Equal(["chosen"], marks.Words);
        Assert.Equal(marks, FigureMarks.OfWords(marks.Words));
    }
}
