using CsCheck;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Tests.Topics;

public sealed class TopicTests
{
    [Fact]
    public void TopicsStandBelowSiteAndDevice()
    {
        var topics = new DeviceTopics("lab", "pi5");
        Assert.Equal("edgeinfer/lab/pi5/availability", topics.Availability);
        Assert.Equal("edgeinfer/lab/pi5/info", topics.Info);
        Assert.Equal("edgeinfer/lab/pi5/model/state", topics.ModelState);
        Assert.Equal("edgeinfer/lab/pi5/telemetry", topics.Telemetry);
        Assert.Equal("edgeinfer/lab/pi5/inference/s13", topics.Inference("s13"));
        Assert.Equal("edgeinfer/lab/pi5/comparison/run-1", topics.Comparison("run-1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a+")]
    [InlineData("#")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void ANameThatIsNoTopicLevelIsRefusedByItsField(string name)
    {
        Assert.Equal("site", Assert.Throws<InvalidInputException>(() => new DeviceTopics(name, "pi5")).Place);
        Assert.Equal("device", Assert.Throws<InvalidInputException>(() => new DeviceTopics("lab", name)).Place);
        var topics = new DeviceTopics("lab", "pi5");
        Assert.Equal("stream", Assert.Throws<InvalidInputException>(() => topics.Inference(name)).Place);
        Assert.Equal("run", Assert.Throws<InvalidInputException>(() => topics.Comparison(name)).Place);
    }

    [Fact]
    public void AnUnpairedSurrogateIsRefused() =>
        Assert.False(TopicLevel.IsValid(new string('\uD800', 1)));

    [Fact]
    public void EveryTopicParsesBackToWhatItNames() =>
        Gen.Select(Name, Name, Name).Sample(
            (site, device, name) =>
            {
                var topics = new DeviceTopics(site, device);
                return Parses(topics.Availability, new(site, device, TopicKind.Availability, ""))
                    && Parses(topics.Info, new(site, device, TopicKind.Info, ""))
                    && Parses(topics.ModelState, new(site, device, TopicKind.ModelState, ""))
                    && Parses(topics.Telemetry, new(site, device, TopicKind.Telemetry, ""))
                    && Parses(topics.Inference(name), new(site, device, TopicKind.Inference, name))
                    && Parses(topics.Comparison(name), new(site, device, TopicKind.Comparison, name));
            },
            seed: "0000KrR0kM42");

    [Fact]
    public void AnyOtherTextIsNoAddressAndNoCrash() =>
        Gen.String[Gen.Char["edginfr/labpmotusc+#\0 é"], 0, 60].Sample(
            text => !TopicAddress.TryParse(text, out var address)
                || text.StartsWith("edgeinfer/", StringComparison.Ordinal) && address.Site.Length > 0,
            seed: "0000KrR0kM42");

    [Theory]
    [InlineData("edgeinfer/lab/pi5")]
    [InlineData("edgeinfer/lab/pi5/model")]
    [InlineData("edgeinfer/lab/pi5/model/other")]
    [InlineData("edgeinfer/lab/pi5/info/x")]
    [InlineData("edgeinfer/lab/pi5/inference/")]
    [InlineData("edgeinfer/lab/pi5/inference/a/b")]
    [InlineData("other/lab/pi5/info")]
    public void AForeignTopicIsNotParsed(string topic) => Assert.False(TopicAddress.TryParse(topic, out _));

    private static Gen<string> Name => Gen.String[Gen.Char.AlphaNumeric, 1, TopicLevel.MaxLength];

    private static bool Parses(string topic, TopicAddress expected) =>
        TopicAddress.TryParse(topic, out var address) && address == expected;
}
