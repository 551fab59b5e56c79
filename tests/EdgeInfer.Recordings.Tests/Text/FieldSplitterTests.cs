using System.Text;
using CsCheck;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Tests.Text;

public sealed class FieldSplitterTests
{
    [Fact]
    public void LinesOfAnyLengthAreCutWhereTheDelimitersStand() =>
        Gen.OneOf(Gen.Const('a'), Gen.Const(','), Gen.Const('1'), Gen.Const('.')).Array[0, 200].Sample(
            letters =>
            {
                var line = new string(letters);
                var splitter = new FieldSplitter((byte)',');
                Assert.True(splitter.TrySplit(Encoding.UTF8.GetBytes(line)));
                Assert.Equal(line.Split(','), Enumerable.Range(0, splitter.Count).Select(field => line[splitter[field]]));
            },
            seed: "0N0XIzNsQ0O2",
            iter: 2_000,
            threads: 1);

    [Theory]
    [InlineData(
        "\"a long field, with a comma, longer than a vector\",\"b\"\"c\",1",
        "a long field, with a comma, longer than a vector|b\"c|1")]
    [InlineData("1,\"2\"", "1|2")]
    [InlineData("\"\",", "|")]
    public void QuotedFieldsAreResolved(string line, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var splitter = new FieldSplitter((byte)',');
        Assert.True(splitter.TrySplit(bytes));
        Assert.Equal(
            expected.Split('|'), Enumerable.Range(0, splitter.Count).Select(field => Encoding.UTF8.GetString(bytes[splitter[field]])));
    }

    [Theory]
    [InlineData("\"a,b")]
    [InlineData("\"a\"b,c")]
    public void AQuoteThatDoesNotEndIsTold(string line) =>
        Assert.False(new FieldSplitter((byte)',').TrySplit(Encoding.UTF8.GetBytes(line)));
}
