namespace EdgeInfer.Cli.Tests.Demo;

public class CommandTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("demo --data DIR --task NAME --split NAME --seed 3 --json FILE --quick --keep --port 1883")]
    [InlineData("compare A B --data DIR --task NAME --split NAME --seed 3 --json FILE --out DIR")]
    [InlineData("data init DIR --group (.*)")]
    [InlineData("data check DIR --task NAME --split NAME")]
    [InlineData("data preview DIR --out FILE.html --task NAME --split NAME")]
    [InlineData("data simulate DIR --seed 3")]
    public void TheVerbsTakeTheseOptions(string line) => Assert.Empty(CommandTree.Create().Parse(line).Errors);

    [Theory]
    [InlineData("demo --frobnicate")]
    [InlineData("demo --seed x")]
    [InlineData("demo --seed 1.5")]
    [InlineData("demo --seed 1,000")]
    [InlineData("demo --seed 99999999999")]
    [InlineData("demo DIR")]
    [InlineData("compare A B --data DIR C")]
    [InlineData("data init")]
    [InlineData("data frobnicate DIR")]
    public void AnythingElseIsAnErrorThatNamesIt(string line)
    {
        var errors = CommandTree.Create().Parse(line).Errors;

        var word = line.Split(' ')[^1] is var last && last == "init" ? "Required argument" : last;
        Assert.Contains(errors, error => error.Message.Contains(word, StringComparison.Ordinal));
    }
}
