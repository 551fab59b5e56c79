using System.Text.Json;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Core.Tests.Json;

public sealed class SnakeCaseEnumConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new SnakeCaseEnumConverter<Meaning>() } };

    private enum Meaning
    {
        Signal,
        ShaftSpeed,
    }

    [Fact]
    public void AMemberIsItsNameInLowerCaseWithUnderscores()
    {
        Assert.Equal("\"shaft_speed\"", JsonSerializer.Serialize(Meaning.ShaftSpeed, Options));
        Assert.Equal(Meaning.ShaftSpeed, JsonSerializer.Deserialize<Meaning>("\"shaft_speed\"", Options));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"speed\"")]
    public void AnythingElseIsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Meaning>(json, Options));
}
