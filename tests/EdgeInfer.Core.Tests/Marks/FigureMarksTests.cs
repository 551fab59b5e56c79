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
        FigureMarks.Vocabulary.Except(["own files"]),
        new FigureMarks(true, false, true, false, Groups: GroupOrigin.Files)
            .With(new(false, true, false, true, Chosen: true, Groups: GroupOrigin.Blocks)).Words);

    [Theory]
    [InlineData(GroupOrigin.Files, "own files", " (optimistic: every recording is its own group)")]
    [InlineData(GroupOrigin.Blocks, "blocks", " (optimistic: blocks of one recording)")]
    public void GroupsThatNobodyNamedSaySo(GroupOrigin origin, string word, string suffix)
    {
        var marks = new FigureMarks { Groups = origin };

        Assert.Equal(suffix, marks.Suffix);
        Assert.Equal([word], marks.Words);
        Assert.Equal(marks, FigureMarks.OfWords(marks.Words));
    }

    [Fact]
    public void WhatItsTestGroupsChoseSaysSo()
    {
        var marks = new FigureMarks { Chosen = true };

        Assert.Equal(" (chosen on its test groups)", marks.Suffix);
        Assert.Equal(["chosen"], marks.Words);
        Assert.Equal(marks, FigureMarks.OfWords(marks.Words));
    }
}
