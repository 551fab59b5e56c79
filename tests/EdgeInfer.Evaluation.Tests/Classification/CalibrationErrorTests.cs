using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Evaluation.Tests.Classification;

public class CalibrationErrorTests
{
    [Fact]
    public void ProbabilitiesThatComeTrueHaveNoError()
    {
        // Four windows stated at 0.75, three of them right.
        var predictions = Enumerable.Range(0, 4)
            .Select(window => new Prediction("g", window == 0 ? 1 : 0, 0, [0.75f, 0.25f]))
            .ToArray();

        Assert.Equal(0, CalibrationError.Of(predictions), 1e-7);
    }

    [Fact]
    public void CertaintyThatIsAlwaysWrongHasTheLargestError() =>
        Assert.Equal(1, CalibrationError.Of([new("g", 1, 0, [1, 0]), new("g", 1, 0, [1, 0])]), 1e-12);

    [Fact]
    public void BinsAreWeightedByTheirWindows() =>
        // Three of four windows are certain and right; one is stated at 0.6 and wrong: 0.6 / 4.
        Assert.Equal(
            0.15,
            CalibrationError.Of(
                [new("g", 0, 0, [1, 0]), new("g", 0, 0, [1, 0]), new("g", 1, 1, [0, 1]), new("g", 1, 0, [0.6f, 0.4f])]),
            1e-7);
}
