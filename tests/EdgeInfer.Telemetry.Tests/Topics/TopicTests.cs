using CsCheck;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Clock;
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
        Assert.Equal("edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8", InferenceMessage.Kind.TopicOf(topics, Samples.Inference));
        Assert.Equal("edgeinfer/lab/pi5/clock", ClockMessage.Kind.TopicOf(topics, Samples.Clock));
        Assert.Equal("edgeinfer/lab/pi5/summary/run-1/har-phone-fasttree", SummaryMessage.Kind.TopicOf(topics, Samples.Summary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a+")]
    [InlineData("#")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("pi.4")]
    [InlineData("caf\u00E9")]
    [InlineData("$SYS")]
    [InlineData("a\nb")]
    [InlineData(TooLong)]
    public void ANameThatIsNoTopicLevelIsRefusedByItsField(string name)
    {
        Assert.Equal("site", Assert.Throws<InvalidInputException>(() => new DeviceTopics(name, "pi5")).Place);
        Assert.Equal("device", Assert.Throws<InvalidInputException>(() => new DeviceTopics("lab", name)).Place);
        Assert.Equal("run", Assert.Throws<InvalidInputException>(() => Pattern.Fill([name, "tree"])).Place);
        Assert.Equal("model", Assert.Throws<InvalidInputException>(() => Pattern.Fill(["run-1", name])).Place);
    }

    [Theory]
    [InlineData("pi.4", "holds '.', and a name in topics has only A-Z, a-z, 0-9, '_' and '-'; 'pi_4' would do")]
    [InlineData("my pi", "holds U+0020, and a name in topics has only A-Z, a-z, 0-9, '_' and '-'; 'my_pi' would do")]
    [InlineData("caf\u00E9", "holds U+00E9, and a name in topics has only A-Z, a-z, 0-9, '_' and '-'; 'caf_' would do")]
    [InlineData("", "a name of 1 to 100 characters is needed, this one has 0")]
    public void ARefusalNamesTheCharacterAndANameThatWouldDo(string name, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidInputException>(() => TopicLevel.Checked(name, "site")).Reason);

    [Theory]
    [InlineData("s13", "s13")]
    [InlineData("s01/walk.csv", "s01_walk_csv_bea0e351")]
    [InlineData("s01_walk.csv", "s01_walk_csv_201c8ce1")]
    [InlineData("", "_811c9dc5")]
    public void ANameIsTurnedIntoALevelThatShowsIt(string name, string level) => Assert.Equal(level, TopicLevel.Of(name));

    [Fact]
    public void EveryNameIsTurnedIntoALevelAndNoTwoIntoTheSame()
    {
        var levels = new Dictionary<string, string>();
        Gen.String[Gen.Char["ab._-/\uD800é"], 0, 130].Sample(
            name =>
            {
                var level = TopicLevel.Of(name);
                return TopicLevel.IsValid(level)
                    && TopicLevel.IsValid(TopicLevel.Nearest(name))
                    && (level == name) == TopicLevel.IsValid(name)
                    && (levels.TryAdd(level, name) || levels[level] == name);
            },
            seed: "0000KrR0kM42",
            threads: 1);
    }

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
    [InlineData("edgeinfer/lab/pi5/inference/a")]
    [InlineData("edgeinfer/lab/pi5/inference/a/b/c")]
    [InlineData("edgeinfer/lab/pi.5/info")]
    [InlineData("edgeinfer/lab/pi5/summary/run-1")]
    [InlineData("other/lab/pi5/info")]
    public void AForeignTopicIsOfNoKind(string topic) => Assert.False(
        TopicAddress.TryParse(topic, out var address)
        && DeviceMessages.All.Kinds.Any(kind => kind.Topic.TryMatch(address.Levels, out _)));

    private static Gen<string> Name => Gen.String[Gen.OneOf(Gen.Char.AlphaNumeric, Gen.Char["_-"]), 1, TopicLevel.MaxLength];
}
