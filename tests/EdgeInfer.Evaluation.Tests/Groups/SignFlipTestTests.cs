using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class SignFlipTestTests
{
    [Fact]
    public void AllDifferencesOfOneSignGiveTheSmallestPossibleValue() =>
        Assert.Equal(2.0 / 32, SignFlipTest.PValue([0.01, 0.02, 0.03, 0.01, 0.05], seed: 1), 1e-12);

    [Fact]
    public void TheExactValueEqualsTheOneCountedByHand() =>
        // |sum| of {1, 2, -4} is 1; of the eight assignments all have |sum| >= 1.
        Assert.Equal(1.0, SignFlipTest.PValue([1, 2, -4], seed: 1), 1e-12);

    [Fact]
    public void TiesThatDifferInTheirLastBitsCountAsExtreme() =>
        // 0.1 + 0.2 and 0.3 differ in binary; +-(0.1 + 0.2 + 0.3) and +-(0.1 + 0.2 - 0.3) are 4 of 8, the seen is 0.6.
        Assert.Equal(2.0 / 8, SignFlipTest.PValue([0.3, 0.1, 0.2], seed: 1), 1e-12);

    [Fact]
    public void NoDifferenceAtAllIsNoEvidence() => Assert.Equal(1.0, SignFlipTest.PValue([0, 0, 0, 0], seed: 1));

    [Fact]
    public void DrawnAssignmentsAgreeWithCountingThemAll()
    {
        var random = new Random(5);
        var differences = Enumerable.Range(0, 20).Select(_ => random.NextDouble() - 0.35).ToArray();
        // A difference of 0 changes no sum: the drawn test of 21 estimates the exact one of 20.
        var exact = SignFlipTest.PValue(differences, seed: 1);

        Assert.Equal(exact, SignFlipTest.PValue([.. differences, 0], seed: 1), 0.005);
    }

    [Fact]
    public void TheSeedRepeatsADrawnValue()
    {
        double[] differences = [.. Enumerable.Range(0, 25).Select(i => Math.Sin(i))];

        Assert.Equal(SignFlipTest.PValue(differences, 3), SignFlipTest.PValue(differences, 3));
    }
}
