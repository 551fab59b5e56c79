using CsCheck;
using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Evaluation.Tests.Classification;

public class RocAucTests
{
    [Fact]
    public void TheAreaEqualsTheShareOfPairsInTheRightOrder() =>
        // Few distinct scores make ties common.
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 4]).Array[2, 40].Sample(windows =>
        {
            var predictions = windows.Select(window => Prediction(window.Item1, window.Item2 / 4f)).ToArray();
            var expected = ShareOfPairs(predictions);
            var area = RocAuc.OneVersusRest(predictions, 1);
            return expected is null ? area is null : area is { } value && Math.Abs(value - expected.Value) < 1e-12;
        });

    [Fact]
    public void APerfectRankingHasAreaOne() =>
        Assert.Equal(1.0, RocAuc.OneVersusRest([Prediction(0, 0.1f), Prediction(1, 0.6f), Prediction(1, 0.7f)], 1));

    [Fact]
    public void EqualScoresAreWorthACoinToss() =>
        Assert.Equal(0.5, RocAuc.OneVersusRest([Prediction(0, 0.5f), Prediction(1, 0.5f), Prediction(1, 0.5f)], 1));

    [Fact]
    public void AClassWithoutWindowsIsLeftOutOfTheMacroMean()
    {
        Prediction[] predictions =
        [
            new("g", 0, 0, [0.8f, 0.1f, 0.1f]),
            new("g", 1, 1, [0.2f, 0.7f, 0.1f]),
        ];

        Assert.Null(RocAuc.OneVersusRest(predictions, 2));
        Assert.Equal(1.0, RocAuc.Macro(predictions, 3));
    }

    private static Prediction Prediction(int truth, float score) =>
        new("g", truth, score > 0.5f ? 1 : 0, [1 - score, score]);

    private static double? ShareOfPairs(Prediction[] predictions)
    {
        var (pairs, right) = (0, 0.0);
        foreach (var positive in predictions.Where(prediction => prediction.Truth == 1))
        {
            foreach (var negative in predictions.Where(prediction => prediction.Truth == 0))
            {
                pairs++;
                right += positive.Scores[1].CompareTo(negative.Scores[1]) switch { > 0 => 1, 0 => 0.5, _ => 0 };
            }
        }
        return pairs == 0 ? null : right / pairs;
    }
}
