using EdgeInfer.Bundles.Golden;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Opening;

public sealed class SelfTestTests
{
    [Fact]
    public void AModelThatAnswersAsPromisedPassesWithItsDifference() =>
        Assert.InRange(Run(new GoldenSet(0.1, [new(TinyTask.Window(1), [1 - TinyTask.Sure, TinyTask.Sure - 0.05f])])), 0.049, 0.051);

    [Fact]
    public void ADifferenceAboveTheToleranceNamesCaseAndLabel()
    {
        var error = Assert.Throws<InvalidInputException>(
            () => Run(new GoldenSet(1e-6, [TinyTask.Golden.Cases[0], new(TinyTask.Window(1), [1 - TinyTask.Sure, 0.5f])])));

        Assert.StartsWith("bundle: golden case 1: 'high' scores 0.88", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherLabelFailsEvenWhereEachOutputIsWithinTheTolerance()
    {
        var error = Assert.Throws<InvalidInputException>(() => Run(new GoldenSet(0.9, [new(TinyTask.Window(1), [1, 0])])));

        Assert.Equal("bundle: golden case 0: names 'high', expected 'low'", error.Message);
    }

    [Fact]
    public void ATieWithinTheToleranceMayFallEitherWay() =>
        Assert.InRange(Run(new GoldenSet(0.5, [new(TinyTask.Window(1), [0.6f, 0.5f])])), 0.1, 0.5);

    [Fact]
    public void AnExpectedNaNNeverPasses() => Assert.Throws<InvalidInputException>(
        () => Run(new GoldenSet(1, [new(TinyTask.Window(1), [float.NaN, TinyTask.Sure])])));

    [Fact]
    public void NoCaseProvesNothing() => Assert.Throws<InvalidInputException>(() => Run(new GoldenSet(1, [])));

    [Fact]
    public void ACaseOfAnotherShapeIsRefused() => Assert.Throws<InvalidInputException>(
        () => Run(new GoldenSet(1, [new(new float[3], [0, 1])])));

    private static double Run(GoldenSet golden)
    {
        using var lane = TinyTask.Lane("model", TimeProvider.System);
        return SelfTest.Run(lane, golden, TinyTask.Shape.ValueCount, "bundle");
    }
}
