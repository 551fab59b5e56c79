using System.CommandLine;
using EdgeInfer.Trainer.Commands;

namespace EdgeInfer.Trainer.Tests.Commands;

public sealed class NumberOptionTests
{
    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("3", 3)]
    [InlineData("1e-3", 0.001)]
    public void ANumberHasADecimalPoint(string text, double number)
    {
        var option = NumberOption.Create("--margin", "points", fallback: 1);

        Assert.Equal(number, Parsed(option, "--margin", text).GetValue(option));
    }

    [Fact]
    public void ItsDefaultStandsWhereItIsLeftOut()
    {
        var option = NumberOption.Create("--margin", "points", fallback: 1);

        Assert.Equal(1, Parsed(option).GetValue(option));
    }

    [Theory]
    [InlineData("0,5")]
    [InlineData("1,000")]
    [InlineData("half")]
    public void ACommaIsRefusedRatherThanDropped(string text)
    {
        var option = NumberOption.Create("--margin", "points", fallback: 1);

        var error = Assert.Single(Parsed(option, "--margin", text).Errors);

        Assert.Equal($"--margin: '{text}' is no number; write a decimal point, as in 0.5", error.Message);
    }

    private static ParseResult Parsed(Option<double> option, params string[] arguments) => new RootCommand { option }.Parse(arguments);
}
