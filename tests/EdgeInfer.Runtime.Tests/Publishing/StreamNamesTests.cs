using EdgeInfer.Runtime.Publishing;

namespace EdgeInfer.Runtime.Tests.Publishing;

public sealed class StreamNamesTests
{
    [Fact]
    public void AChangedNameIsToldOnceAndAnotherNotAtAll()
    {
        var told = new StringWriter { NewLine = "\n" };
        var names = new StreamNames(told);
        Assert.Equal("s13", names.Of("s13"));
        var first = names.Of("s01/walk.csv");
        Assert.StartsWith("s01_walk_csv_", first, StringComparison.Ordinal);
        Assert.Same(first, names.Of("s01/walk.csv"));
        Assert.NotEqual(first, names.Of("s01/walk_csv"));
        var lines = told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal($"stream 's01/walk.csv' is '{first}' in topics: only A-Z, a-z, 0-9, '_' and '-' may stand there", lines[0]);
    }

    [Fact]
    public void AThousandChangedNamesDoNotFillTheScreen()
    {
        var told = new StringWriter { NewLine = "\n" };
        var names = new StreamNames(told);
        for (var picture = 0; picture < 1_000; picture++)
            names.Of(FormattableString.Invariant($"{picture}.png"));
        Assert.Equal(21, told.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
