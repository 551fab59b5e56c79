using System.Text.Json;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Core.Tests.Json;

public sealed class JsonReasonTests
{
    [Fact]
    public void PathAndPositionAreLeftToThePlaceOfTheError()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<int[]>("[1, true]"));

        Assert.EndsWith("Path: $[1] | LineNumber: 0 | BytePositionInLine: 8.", error.Message, StringComparison.Ordinal);
        Assert.Equal("The JSON value could not be converted to System.Int32.", JsonReason.Of(error));
    }

    [Fact]
    public void AMessageWithoutPathStaysWhole() => Assert.Equal("no end", JsonReason.Of(new JsonException("no end")));
}
