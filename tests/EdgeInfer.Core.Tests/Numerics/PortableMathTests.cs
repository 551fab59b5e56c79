using CsCheck;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Tests.Numerics;

public sealed class PortableMathTests
{
    [Fact]
    public void TheLogarithmIsWithinRoundingOfTheLibrarys() =>
        Gen.Double[-690, 690].Select(Math.Exp).Sample(
            value => Math.Abs(PortableMath.Log(value) - Math.Log(value)) <= 4e-16 * Math.Max(1, Math.Abs(Math.Log(value))),
            seed: "0N0XIzNsQ0O2", iter: 20_000);

    [Fact]
    public void TheLogarithmOfOneIsZero() => Assert.Equal(0, PortableMath.Log(1));

    [Fact]
    public void CosineAndSineAreWithinRoundingOfTheLibrarys() =>
        Gen.Int[-4096, 4096].Select(Gen.Int[1, 4096]).Sample(
            turn =>
            {
                var angle = 2 * Math.PI * ((double)(turn.Item1 % turn.Item2) / turn.Item2);
                return Math.Abs(PortableMath.CosineOfTurns(turn.Item1, turn.Item2) - Math.Cos(angle)) <= 1.5e-15
                    && Math.Abs(PortableMath.SineOfTurns(turn.Item1, turn.Item2) - Math.Sin(angle)) <= 1.5e-15;
            },
            seed: "0N0XIzNsQ0O2", iter: 20_000);

    [Fact]
    public void QuarterTurnsAreExact()
    {
        Assert.Equal([1, 0, -1, 0], Enumerable.Range(0, 4).Select(n => PortableMath.CosineOfTurns(n, 4)));
        Assert.Equal([0, 1, 0, -1], Enumerable.Range(0, 4).Select(n => PortableMath.SineOfTurns(n, 4)));
    }
}
