using System.Text;
using CsCheck;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Csv;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\n1,2\n\n3,4")]
    [InlineData("a;b\n1;2\n3;4\n\n\n")]
    [InlineData("a\tb\n 1 \t2\n3\t4\n")]
    [InlineData("\uFEFFa,b\n\"1\",2\n3,\"4\"\n")]
    public void UsualFormsOfAFileReadTheSame(string text)
    {
        using var csv = Open(text);
        Assert.Equal(["a", "b"], csv.Header);
        var rows = new List<(float, float)>();
        while (csv.Read())
            rows.Add((csv.Number(0), csv.Number(1)));
        Assert.Equal([(1, 2), (3, 4)], rows);
    }

    [Fact]
    public void QuotedFieldsMayHoldDelimitersAndQuotes()
    {
        using var csv = Open("a,b\n\"x, \"\"y\"\"\",\"\"\n");
        Assert.True(csv.Read());
        Assert.Equal(("x, \"y\"", ""), (csv.Text(0), csv.Text(1)));
        Assert.Equal(2, csv.Line);
    }

    [Fact]
    public void AFileLongerThanTheBufferIsReadToItsEnd()
    {
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 50_000; i++)
            text.Append(i).Append(",7\n");
        using var csv = Open(text.ToString());
        var next = 0;
        while (csv.Read())
            Assert.Equal(next++, (int)csv.Number(0));
        Assert.Equal(50_000, next);
    }

    [Fact]
    public void HostileTextEitherReadsOrIsRefusedWithAPlace() =>
        Gen.OneOf(Gen.Const("\""), Gen.Const(","), Gen.Const("\n"), Gen.Const("\r"), Gen.Const("1"), Gen.Const("\0"), Gen.Const("é"))
            .Array[0, 60]
            .Sample(
                parts =>
                {
                    try
                    {
                        using var csv = Open("a,b\n" + string.Concat(parts));
                        while (csv.Read())
                            _ = csv.Text(0) + csv.Text(1);
                    }
                    catch (InvalidInputException error)
                    {
                        Assert.StartsWith(_folder.File("t.csv"), error.Message, StringComparison.Ordinal);
                    }
                },
                seed: "0N0XIzNsQ0O2",
                iter: 500,
                threads: 1);

    private CsvFile Open(string text)
    {
        File.WriteAllText(_folder.File("t.csv"), text);
        return CsvFile.Open(_folder.File("t.csv"));
    }
}
