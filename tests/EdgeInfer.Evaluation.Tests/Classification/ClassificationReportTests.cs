using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Evaluation.Tests.Classification;

public class ClassificationReportTests
{
    private static readonly string[] Labels = ["walk", "sit", "stand"];

    [Fact]
    public void AccuracyIsTheMeanOverGroupsAndNotOverWindows()
    {
        // Group a: 1 of 1 right; group b: 1 of 3 right.
        var report = ClassificationReport.Of([Of("a", 0, 0), Of("b", 0, 0), Of("b", 0, 1), Of("b", 1, 0)], Labels);

        Assert.Equal((1 + 1 / 3.0) / 2, report.Accuracy.Value, 1e-12);
        Assert.Equal(0.5, report.PooledAccuracy, 1e-12);
        Assert.Equal(2, report.Accuracy.Groups);
        Assert.Equal(4, report.Accuracy.Windows);
    }

    [Fact]
    public void MacroMeansRunOverTheClassesThatTheGroupHolds()
    {
        // Truths walk, walk, sit; predictions walk, stand, sit. 'stand' is not in the truth and enters no mean.
        var report = ClassificationReport.Of([Of("a", 0, 0), Of("a", 0, 2), Of("a", 1, 1)], Labels);

        Assert.Equal(1.0, report.MacroPrecision.Value, 1e-12);
        Assert.Equal(0.75, report.MacroRecall.Value, 1e-12);
        Assert.Equal((2 / 3.0 + 1) / 2, report.MacroF1.Value, 1e-12);
    }

    [Fact]
    public void AGroupOfOneClassHasNoRocAreaAndIsNotCountedInIt()
    {
        var report = ClassificationReport.Of([Of("a", 0, 0), Of("a", 1, 1), Of("b", 0, 0)], Labels);

        Assert.Equal(1, report.RocAuc?.Groups);
        Assert.Equal(2, report.RocAuc?.Windows);
        Assert.Null(report.PerGroup[1].RocAuc);
    }

    [Fact]
    public void WindowsOfOneClassOnlyHaveNoRocAreaAtAll()
    {
        var report = ClassificationReport.Of([Of("a", 0, 0), Of("b", 0, 1)], Labels);

        Assert.Null(report.RocAuc);
        Assert.Null(report.PooledRocAuc);
    }

    [Fact]
    public void TheConfusionMatrixHasTruthsInRows()
    {
        var report = ClassificationReport.Of([Of("a", 0, 2), Of("a", 0, 2), Of("a", 1, 1)], Labels);

        Assert.Equal([0, 0, 2], report.Confusion.Rows[0]);
        Assert.Equal([0, 1, 0], report.Confusion.Rows[1]);
        Assert.Equal([0, 0, 0], report.Confusion.Rows[2]);
    }

    [Fact]
    public void AClassThatIsNeverPredictedHasPrecisionZero()
    {
        var report = ClassificationReport.Of([Of("a", 0, 1), Of("a", 1, 1)], Labels);

        Assert.Equal(0, report.PerClass[0].Precision);
        Assert.Equal(0.5, report.PerClass[1].Precision);
        Assert.Equal(1, report.PerClass[1].Recall);
        Assert.Equal(0, report.PerClass[2].Windows);
    }

    [Fact]
    public void GroupsAreInOrderOfTheirNames()
    {
        var report = ClassificationReport.Of([Of("s10", 0, 0), Of("s02", 0, 0), Of("s01", 0, 0)], Labels);

        Assert.Equal(["s01", "s02", "s10"], report.PerGroup.Select(group => group.Group));
    }

    [Fact]
    public void APredictionThatDoesNotFitTheLabelsIsRefusedWithItsValues()
    {
        var error = Assert.Throws<ArgumentException>(() => ClassificationReport.Of([Of("s7", 3, 0)], Labels));

        Assert.Contains("s7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScoreThatIsNoNumberIsRefused() =>
        Assert.Throws<ArgumentException>(
            () => ClassificationReport.Of([new("a", 0, 0, [float.NaN, 0, 1])], Labels));

    [Fact]
    public void NoPredictionsAreRefused() =>
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of([], Labels));

    private static Prediction Of(string group, int truth, int label)
    {
        var scores = new float[Labels.Length];
        scores[label] = 1;
        return new(group, truth, label, scores);
    }
}
