using CsCheck;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Topics;

public sealed class TopicTests
{
    private const string TooLong =
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901";

    private static readonly TopicPattern Pattern = new("summary/{run}/{model}");

    [Fact]
    public void TopicsStandBelowSiteAndDevice()
    {
        var topics = new DeviceTopics("lab", "pi5");
        Assert.Equal("edgeinfer/lab/pi5/availability", AvailabilityMessage.Kind.TopicOf(topics, new(Online: true)));
        Assert.Equal("edgeinfer/lab/pi5/info", InfoMessage.Kind.TopicOf(topics, Samples.Info));
        Assert.Equal("edgeinfer/lab/pi5/model/state", ModelStateMessage.Kind.TopicOf(topics, Samples.ModelState));
        Assert.Equal("edgeinfer/lab/pi5/telemetry", HealthMessage.Kind.TopicOf(topics, Samples.Health));
        Assert.Equal("edgeinfer/lab/pi5/inference/s13", InferenceMessage.Kind.TopicOf(topics, Samples.Inference));
        Assert.Equal("edgeinfer/lab/pi5/summary/run-1/har-phone-fasttree", SummaryMessage.Kind.TopicOf(topics, Samples.Summary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a+")]
    [InlineData("#")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData(TooLong)]
    public void ANameThatIsNoTopicLevelIsRefusedByItsField(string name)
    {
        Assert.Equal("site", Assert.Throws<InvalidInputException>(() => new DeviceTopics(name, "pi5")).Place);
        Assert.Equal("device", Assert.Throws<InvalidInputException>(() => new DeviceTopics("lab", name)).Place);
        Assert.Equal("run", Assert.Throws<InvalidInputException>(() => Pattern.Fill([name, "tree"])).Place);
        Assert.Equal("model", Assert.Throws<InvalidInputException>(() => Pattern.Fill(["run-1", name])).Place);
    }

    [Fact]
    public void AnUnpairedSurrogateIsRefused() =>
        Assert.False(TopicLevel.IsValid(new string('\uD800', 1)));

    [Fact]
    public void EveryTopicParsesBackToWhatItNames() =>
        Gen.Select(Name, Name, Name, Name).Sample(
            (site, device, run, model) =>
                TopicAddress.TryParse(new DeviceTopics(site, device).Below(Pattern.Fill([run, model])), out var address)
                && (address.Site, address.Device) == (site, device)
                && Pattern.TryMatch(address.Levels, out var values)
                && values.SequenceEqual([run, model]),
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
    [InlineData("edgeinfer/lab/pi5/summary/run-1")]
    [InlineData("other/lab/pi5/info")]
    public void AForeignTopicIsOfNoKind(string topic) => Assert.False(
        TopicAddress.TryParse(topic, out var address)
        && DeviceMessages.All.Kinds.Any(kind => kind.Topic.TryMatch(address.Levels, out _)));

    private static Gen<string> Name => Gen.String[Gen.Char.AlphaNumeric, 1, TopicLevel.MaxLength];
}
